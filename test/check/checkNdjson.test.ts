import { Chunk, Effect, Either, Stream } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CheckTally } from "../../src/check/CheckTally.ts"
import { checkNdjson } from "../../src/check/checkNdjson.ts"
import { makeChecker } from "../../src/check/makeChecker.ts"
import { compileRuleSet } from "../../src/engine/rule/compileRuleSet.ts"
import { shippedSources } from "../engine/shippedRules.ts"

/** One rule suffices here. */
const ruleSet = Either.getOrThrowWith(
  compileRuleSet(shippedSources.filter(({ path }) => /phone-number|words/.test(path))),
  ([error]) => error
)
const checker = makeChecker({ ruleSet, allowLists: [], minConfidence: 0, locale: "en", reveal: false })

const check = (pieces: ReadonlyArray<Uint8Array>, tally = new CheckTally("error")): ReadonlyArray<string> => {
  const answers = checkNdjson(Stream.fromIterable(pieces).pipe(Stream.rechunk(1)), {
    checker,
    region: "RU",
    locale: "en",
    tally
  })
  return Chunk.toReadonlyArray(Effect.runSync(Stream.runCollect(answers)))
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe("rows of JSON", () => {
  it("are answered line by line, in order, whatever is between them", () => {
    const input = [
      bytes('\uFEFF{"id":"a","text":"Звоните +7 926 123-45-67"}\r\n\r\n'),
      Uint8Array.of(0xff, 0xfe, 0x0a),
      bytes('oops\n\uFEFF{"id":12345678901234567890,"text":"Спасибо"}')
    ]
    const answers = check(input).join("")
    expect(answers.endsWith("\n")).toBe(true)
    const [first = "", ...others] = answers.trimEnd().split("\n")
    expect(JSON.parse(first)).toEqual({
      id: "a",
      verdict: "block",
      findings: [
        {
          rule: "phone-number",
          severity: "error",
          confidence: expect.any(Number),
          spans: [{ message: 0, start: 8, end: 24 }],
          match: "+7926•••••67",
          suggestion: ruleSet.rules[0]?.file.rewrites.ru[0]
        }
      ]
    })
    expect(others).toEqual([
      '{"id":null,"error":"line 3: the row is not UTF-8."}',
      '{"id":null,"error":"line 4: the row is not JSON."}',
      '{"id":12345678901234567890,"verdict":"allow","findings":[]}'
    ])
  })

  it("are answered before the next chunk of input arrives", () => {
    expect(
      check([bytes('{"id":1,"text":"a"}\n{"id":2,'), bytes('"text":"b"}\n'), bytes('{"id":3,"text":"c"}\n')])
    ).toEqual([
      '{"id":1,"verdict":"allow","findings":[]}\n',
      '{"id":2,"verdict":"allow","findings":[]}\n',
      '{"id":3,"verdict":"allow","findings":[]}\n'
    ])
  })

  it("get the same answers however the input is split", () => {
    const whole = bytes(
      '{"id":"я","text":"мастер +7 926 123-45-67"}\n\n{"id":2,"text":"тел. 8 926 123-45-67"}\nx\n{"id":3,"text":"ок"}'
    )
    const expected = check([whole]).join("")
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.toSorted((one, other) => one - other), whole.length]
        const pieces = places.slice(1).map((place, index) => whole.subarray(places[index], place))
        expect(check(pieces).join("")).toBe(expected)
      })
    )
  })

  it("contain no unescaped control or format characters, and remain JSON of the same value", () => {
    const id = "\u001b]0;x\u0007\u009b2J\u202e\u200b\u{e0041}\ud800"
    const [answer = ""] = check([bytes(`${JSON.stringify({ id, text: "ок" })}\n`)])
    expect(answer).not.toMatch(/[\p{Cc}\p{Cf}](?!$)/u)
    expect(JSON.parse(answer)).toEqual({ id, verdict: "allow", findings: [] })
  })

  it("are counted for the exit code", () => {
    const tallyOf = (text: string, failOn: "info" | "warning" | "error" | "never") => {
      const tally = new CheckTally(failOn)
      check([bytes(text)], tally)
      return [tally.hasFailures, tally.isComplete]
    }
    const bad = '{"id":1,"text":"Звоните +7 926 123-45-67"}\n'
    expect(tallyOf("", "info")).toEqual([false, true])
    expect(tallyOf(bad, "error")).toEqual([true, true])
    expect(tallyOf(bad, "never")).toEqual([false, true])
    expect(tallyOf(`${bad}x`, "never")).toEqual([false, false])
    expect(new CheckTally("info").isComplete).toBe(false)
  })
})
