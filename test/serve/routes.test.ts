import { describe, expect, it } from "vitest"
import { routeOf } from "../../src/serve/routes.ts"

describe("the route of a URL", () => {
  it.each([
    ["/v1/check", "/v1/check", "POST", true],
    ["/v1/check?phone=1", "/v1/check", "POST", true],
    ["/health", "/health", "GET", false],
    ["/ready", "/ready", "GET", false],
    ["/openapi.json", "/openapi.json", "GET", true],
    ["/docs", "/docs", "GET", true],
    ["/notification", "/notification", "POST", false],
    ["/notification/a-secret", "/notification", "POST", false],
    ["/notification/a-secret/notification", "/notification", "POST", false]
  ])("%s", (url, name, method, isCounted) => {
    expect(routeOf(url)).toEqual({ name, method, isCounted })
  })

  it.each([
    "/",
    "",
    "/v1/check/",
    "/V1/check",
    "//docs",
    "/openapiXjson",
    "/health/now",
    "/notification/",
    "/notification/a/b",
    "/notification/a/notification/b",
    "/in/notification"
  ])("there is none for %o", (url) => {
    expect(routeOf(url)).toBeUndefined()
  })
})
