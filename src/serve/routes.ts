import * as HttpApi from "@effect/platform/HttpApi"
import type { HttpMethod } from "@effect/platform/HttpMethod"
import { Context } from "effect"
import { documentPaths, IsCounted, ServeApi } from "./ServeApi.ts"

/** An endpoint of the server: its name in the log and its method. */
export interface Route {
  readonly name: string
  readonly method: HttpMethod
  /** Whether requests count towards their client's limit. */
  readonly isCounted: boolean
}

/** The pattern of a path, in which each parameter (`:secret`) matches one segment. */
const patternOf = (path: string): RegExp => {
  const parts = path.split("/").map((part) => (part.startsWith(":") ? "[^/]+" : part.replaceAll(".", "\\.")))
  return new RegExp(`^${parts.join("/")}$`)
}

const routes: Array<readonly [RegExp, Route]> = Object.values(documentPaths).map((path) => [
  patternOf(path),
  { name: path, method: "GET", isCounted: true }
])

HttpApi.reflect(ServeApi, {
  onGroup: () => undefined,
  onEndpoint: ({ endpoint: { path, method }, mergedAnnotations }) => {
    // A parameter may be a secret, so the name in the log ends before it.
    const [name = path] = path.split("/:")
    routes.push([patternOf(path), { name, method, isCounted: Context.get(mergedAnnotations, IsCounted) }])
  }
})

/** The route of a URL; undefined if there is none. */
export const routeOf = (url: string): Route | undefined => {
  const path = url.split("?", 1)[0] ?? ""
  return routes.find(([pattern]) => pattern.test(path))?.[1]
}
