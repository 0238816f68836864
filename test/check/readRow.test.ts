import { Either } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { describeRowError } from "../../src/check/RowError.ts"
import { readRow } from "../../src/check/readRow.ts"

const read = (source: string) => readRow(source, 7, "RU")

const errorOf = (source: string): string =>
  Either.match(read(source), { onLeft: (error) => describeRowError(error, "en"), onRight: () => "read" })

const idOf = (source: string): string | null =>
  Either.match(read(source), {
    onLeft: ({ id }) => (id._tag === "Some" ? id.value : null),
    onRight: ({ id }) => id
  })

describe("a row", () => {
  it("with one text is a conversation of one message of the shop", () => {
    expect(read('{"id":"a","text":"привет","region":"KZ","labels":[]}')).toEqual(
      Either.right({
        id: '"a"',
        conversation: { messages: [{ sender: "PARTNER", text: "привет" }], region: "KZ" }
      })
    )
  })

  it("with messages is the conversation, in the default region if it names none", () => {
    const source =
      '{"id":1,"messages":[{"sender":"CUSTOMER","at":"2026-11-02T10:00:00+03:00","text":"да"},{"sender":"PARTNER","files":["a.pdf"]}]}'
    expect(read(source)).toEqual(
      Either.right({
        id: "1",
        conversation: {
          messages: [
            { sender: "CUSTOMER", text: "да", at: Date.UTC(2026, 10, 2, 7), files: undefined },
            { sender: "PARTNER", text: "", at: undefined, files: ["a.pdf"] }
          ],
          region: "RU"
        }
      })
    )
  })

  it.each([
    ["9007199254740993", "9007199254740993"],
    ["-9223372036854775808", "-9223372036854775808"],
    ["1.50", "1.50"],
    ["1e400", "1e400"],
    ["0", "0"],
    ['"\\u0061\\n"', '"a\\n"'],
    ['""', '""']
  ])("keeps the id %s", (written, kept) => {
    expect(idOf(`{"id":${written},"text":""}`)).toBe(kept)
    expect(idOf(`{"id":${written},"text":5}`)).toBe(kept)
  })

  it("takes the later of two ids, like JSON.parse", () => {
    expect(idOf('{"id":9007199254740993,"id":9007199254740995,"text":""}')).toBe("9007199254740995")
    expect(idOf('{"id":9007199254740993,"id":"a","text":""}')).toBe('"a"')
  })

  it("may have null for a missing value", () => {
    const nulls = '"at":null,"files":null'
    expect(
      read(`{"id":"a","text":null,"messages":[{"sender":"PARTNER","text":"привет",${nulls}}],"region":null}`)
    ).toEqual(read('{"id":"a","messages":[{"sender":"PARTNER","text":"привет"}]}'))
  })

  it.each([
    ["", "line 7: the row is not JSON."],
    ["{", "line 7: the row is not JSON."],
    ["[]", 'line 7: the row is not an object such as {"id": "a1", "text": "…"}.'],
    ["null", 'line 7: the row is not an object such as {"id": "a1", "text": "…"}.'],
    ['{"text":"a"}', "line 7: id has to be a string or a number."],
    ['{"id":null,"text":"a"}', "line 7: id has to be a string or a number."],
    ['{"id":{"a":1},"text":"a"}', "line 7: id has to be a string or a number."],
    ['{"id":1}', "line 7: the row has to have either text or messages."],
    ['{"id":1,"text":"a","messages":[]}', "line 7: the row has to have either text or messages."],
    ['{"id":1,"text":null}', "line 7: the row has to have either text or messages."],
    ['{"id":1,"text":5}', "line 7: text has to be a string."],
    [
      '{"id":1,"text":"a","region":"ru"}',
      "line 7: region has to be a country of two capital letters such as RU (did you mean RU?)."
    ],
    [
      '{"id":1,"text":"a","region":"UK"}',
      "line 7: region has to be a country of two capital letters such as RU (did you mean GB?)."
    ],
    ['{"id":1,"text":"a","region":"ZZ"}', "line 7: region has to be a country of two capital letters such as RU."],
    ['{"id":1,"messages":{}}', "line 7: messages has to be a list of messages."],
    ['{"id":1,"messages":["a"]}', "line 7: messages[0] has to be an object with sender, at and text or files."],
    [
      '{"id":1,"messages":[{"sender":"PARTNER"}]}',
      "line 7: messages[0] has to be an object with sender, at and text or files."
    ],
    [
      '{"id":1,"messages":[{"sender":"PARTNER","text":""},{"sender":"partner","text":""}]}',
      "line 7: messages[1].sender has to be PARTNER, CUSTOMER, MARKET or SUPPORT."
    ],
    [
      '{"id":1,"messages":[{"sender":"PARTNER","text":"","at":"вчера"}]}',
      "line 7: messages[0].at has to be a time such as 2026-11-02T10:00:00+03:00."
    ],
    ['{"id":1,"messages":[{"sender":"PARTNER","files":[1]}]}', "line 7: messages[0].files[0] has to be a string."]
  ])("that is %s is refused in words", (source, message) => {
    expect(errorOf(source)).toBe(message)
  })

  it("is never quoted in an error", () => {
    const secret = "89261234567"
    fc.assert(
      fc.property(
        fc.record(
          {
            id: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
            text: fc.oneof(fc.constant(secret), fc.constant([secret])),
            messages: fc.array(
              fc.record({ sender: fc.constant(secret), text: fc.constant({ secret }), [secret]: fc.nat() })
            ),
            region: fc.constant(secret),
            [secret]: fc.constant(1)
          },
          { requiredKeys: [] }
        ),
        (row) => {
          expect(errorOf(JSON.stringify(row))).not.toContain(secret)
        }
      )
    )
  })
})
