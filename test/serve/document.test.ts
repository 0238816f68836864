import { assert, describe, it } from "@effect/vitest"
import { Validator } from "@seriousme/openapi-schema-validator"
import { Effect, Schema } from "effect"
import { problemStatus } from "../../src/serve/RequestProblem.ts"
import { ask, json, serving } from "./serving.ts"

const Document = Schema.Struct({
  openapi: Schema.String,
  paths: Schema.Record({
    key: Schema.String,
    value: Schema.Record({
      key: Schema.String,
      value: Schema.Struct({
        requestBody: Schema.optional(
          Schema.Struct({ content: Schema.Record({ key: Schema.String, value: Schema.Unknown }) })
        ),
        responses: Schema.Record({
          key: Schema.String,
          value: Schema.Struct({
            description: Schema.String,
            content: Schema.Record({ key: Schema.String, value: Schema.Unknown })
          })
        })
      })
    })
  })
})

describe("the API documentation", { timeout: 30_000 }, () => {
  it.scopedLive("is valid OpenAPI", () =>
    Effect.gen(function* () {
      const { url } = yield* serving()
      const answer = yield* ask(`${url}/openapi.json`)
      const result = yield* Effect.promise(() => new Validator().validate(JSON.parse(answer.text)))
      assert.isTrue(result.valid, JSON.stringify(result.errors))
      assert.notInclude(answer.text, "HttpApiDecodeError")
    })
  )

  it.scopedLive("describes the requests, responses and errors of a check", () =>
    Effect.gen(function* () {
      const { url } = yield* serving()
      const { paths } = Schema.decodeUnknownSync(Document)(json(yield* ask(`${url}/openapi.json`)))
      assert.sameMembers(Object.keys(paths), [
        "/v1/check",
        "/health",
        "/ready",
        "/notification",
        "/notification/{secret}"
      ])
      const check = paths["/v1/check"]?.post
      assert.sameMembers(Object.keys(check?.requestBody?.content ?? {}), ["application/json", "application/x-ndjson"])
      assert.sameMembers(Object.keys(check?.responses["200"]?.content ?? {}), [
        "application/json",
        "application/x-ndjson"
      ])
      // Problems of no particular path, and internal errors, are left out.
      const elsewhere = [404, 405, 431, 500]
      const refusals = Object.values(problemStatus).filter((status) => !elsewhere.includes(status))
      assert.sameMembers(Object.keys(check?.responses ?? {}), ["200", ...new Set(refusals.map(String))])
    })
  )

  it.scopedLive("has a page that loads nothing from other origins", () =>
    Effect.gen(function* () {
      const { url } = yield* serving()
      const { text, headers, status } = yield* ask(`${url}/docs`)
      assert.strictEqual(status, 200)
      assert.match(headers.get("content-type") ?? "", /^text\/html/)
      assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'.*connect-src 'self'/)
      assert.notMatch(text, /<(script|link|img)[^>]+(src|href)=/)
      assert.include(text, "/v1/check")
    })
  )
})
