import * as HttpApi from "@effect/platform/HttpApi"
import type { HttpMethod } from "@effect/platform/HttpMethod"
import { Context } from "effect"
import { documentPaths, IsCounted, ServeApi } from "./ServeApi.ts"

/** An address of the server, as the log names it, and the method that it takes. */
export interface Route {
  readonly name: string
  readonly method: HttpMethod
  /** Whether requests to it are counted against their client's limit. */
  readonly isCounted: boolean
}

/** What a path takes whose parameters (`:secret`) stand for one of its parts each. */
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
    // A parameter may be a secret, which the log does not name.
    const [name = path] = path.split("/:")
    routes.push([patternOf(path), { name, method, isCounted: Context.get(mergedAnnotations, IsCounted) }])
  }
})

/** The route of a URL's path; undefined where there is nothing. */
export const routeOf = (url: string): Route | undefined => {
  const path = url.split("?", 1)[0] ?? ""
  return routes.find(([pattern]) => pattern.test(path))?.[1]
}
