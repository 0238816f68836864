/** An address of the server, as the log names it, and the method that it takes. */
export interface Route {
  readonly name: string
  readonly method: "GET" | "POST"
  /** Whether requests to it are counted against their client's limit. */
  readonly isCounted: boolean
}

const routes: ReadonlyArray<readonly [RegExp, Route]> = [
  [/^\/v1\/check$/, { name: "/v1/check", method: "POST", isCounted: true }],
  [/^\/health$/, { name: "/health", method: "GET", isCounted: false }],
  [/^\/ready$/, { name: "/ready", method: "GET", isCounted: false }],
  [/^\/openapi\.json$/, { name: "/openapi.json", method: "GET", isCounted: true }],
  [/^\/docs$/, { name: "/docs", method: "GET", isCounted: true }],
  // Whoever sends to these has to know their secret, which the log does not name, or to be the marketplace.
  [/^\/notification(\/[^/]+(\/notification)?)?$/, { name: "/notification", method: "POST", isCounted: false }]
]

/** The route of a URL's path; undefined where there is nothing. */
export const routeOf = (url: string): Route | undefined => {
  const path = url.split("?", 1)[0] ?? ""
  return routes.find(([pattern]) => pattern.test(path))?.[1]
}
