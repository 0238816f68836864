import type { ApiMethod } from "./ApiMethod.ts"

/** Where a request leads. */
export interface Route {
  readonly method: ApiMethod
  /** The verb that the method wants. */
  readonly verb: "GET" | "POST"
  /** The business in the path, if the path has one, as it is written there. */
  readonly businessId: string | undefined
}

const chats = /^\/v2\/businesses\/([^/]+)\/chats(\/history)?$/

/** Finds the method of a path; undefined where the API has nothing, or nothing that the sandbox plays. */
export const route = (path: string): Route | undefined => {
  if (path === "/v2/campaigns") return { method: "campaigns", verb: "GET", businessId: undefined }
  if (path === "/v2/auth/token") return { method: "token", verb: "POST", businessId: undefined }
  const match = chats.exec(path)
  if (match === null) return undefined
  return { method: match[2] === undefined ? "list" : "history", verb: "POST", businessId: match[1] }
}
