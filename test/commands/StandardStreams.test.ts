import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { afterEach, vi } from "vitest"
import { StandardStreams } from "../../src/commands/StandardStreams.ts"
import type { Environment } from "../../src/config/Given.ts"

afterEach(() => {
  vi.restoreAllMocks()
})

const streams = (environment: Environment) => Effect.provide(StandardStreams, StandardStreams.layerProcess(environment))

describe("the standard streams of the process", () => {
  it.effect("prefix a line with the program's name", () =>
    Effect.gen(function* () {
      const write = vi.spyOn(process.stderr, "write").mockReturnValue(true)
      yield* (yield* streams({})).note("Nothing was checked.")
      expect(write.mock.calls).toEqual([["chatlint: Nothing was checked.\n"]])
    })
  )

  it.effect("let no external text move the cursor, set colours, or start a line", () =>
    Effect.gen(function* () {
      const write = vi.spyOn(process.stderr, "write").mockReturnValue(true)
      yield* (yield* streams({})).note("Business 1\u001b[2J:\nchatlint: all is \u202ewell")
      expect(write.mock.calls).toEqual([["chatlint: Business 1␛[2J:␊chatlint: all is \\u{202e}well\n"]])
    })
  )

  it.effect.each([
    { flags: {}, environment: {}, isColored: false },
    { flags: {}, environment: { FORCE_COLOR: "1" }, isColored: true },
    { flags: { color: true }, environment: { FORCE_COLOR: "0" }, isColored: false },
    { flags: { color: false }, environment: { FORCE_COLOR: "1" }, isColored: false },
    { flags: {}, environment: { FORCE_COLOR: "1", NO_COLOR: "1" }, isColored: false }
  ])("colour what no terminal reads only where that is asked for: %o", ({ flags, environment, isColored }) =>
    Effect.gen(function* () {
      const { mayColor, page } = yield* streams(environment)
      expect(mayColor(flags)).toBe(isColored)
      expect(page(flags).colors.isColorSupported).toBe(isColored)
    })
  )
})
