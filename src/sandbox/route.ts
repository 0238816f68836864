import type { ApiMethod } from "./ApiMethod.ts"

/** The method that a path leads to. */
export interface Route {
  readonly method: ApiMethod
  /** The HTTP verb that the method requires. */
  readonly verb: "GET" | "POST"
  /** The business id in the path, unparsed, if there is one. */
  readonly businessId: string | undefined
}

const chats = /^\/v2\/businesses\/([^/]+)\/chats(\/history)?$/

/** Finds the method of a path; undefined if the sandbox has none. */
export const route = (path: string): Route | undefined => {
  if (path === "/v2/campaigns") return { method: "campaigns", verb: "GET", businessId: undefined }
  if (path === "/v2/auth/token") return { method: "token", verb: "POST", businessId: undefined }
  const match = chats.exec(path)
  if (match === null) return undefined
  return { method: match[2] === undefined ? "list" : "history", verb: "POST", businessId: match[1] }
}
