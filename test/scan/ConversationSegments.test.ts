import { assert, describe, it } from "@effect/vitest"
import { Option } from "effect"
import fc from "fast-check"
import { Message, MessageId } from "../../src/domain/Message.ts"
import { ConversationSegments } from "../../src/scan/ConversationSegments.ts"

const message = (id: number, at: number | null): Message =>
  new Message({
    id: MessageId.make(String(id)),
    at: Option.fromNullable(at),
    sender: "PARTNER",
    text: "",
    files: []
  })

const shared = 20
const longest = 2_000

/** Passes the pages to ConversationSegments and collects the segments. */
const segmentsOf = (pages: ReadonlyArray<ReadonlyArray<Message>>): ReadonlyArray<ReadonlyArray<number>> => {
  const segments = new ConversationSegments(shared)
  const given = [...pages.map((page) => segments.add(page)), segments.end()].flatMap(Option.toArray)
  return given.map((segment) => segment.map(({ id }) => Number(id)))
}

const pagesOf = <A>(items: ReadonlyArray<A>, size: number): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, page) => items.slice(page * size, (page + 1) * size))

interface Habits {
  readonly newestFirst: boolean
  readonly backwardsWithin: boolean
  readonly pageSize: number
}

const habits: fc.Arbitrary<Habits> = fc.record({
  newestFirst: fc.boolean(),
  backwardsWithin: fc.boolean(),
  pageSize: fc.integer({ min: 2, max: 100 })
})

/** The messages as pages of a server with these habits. */
const paged = (messages: ReadonlyArray<Message>, { newestFirst, backwardsWithin, pageSize }: Habits) =>
  pagesOf(newestFirst ? messages.toReversed() : messages, pageSize).map((page) =>
    backwardsWithin ? page.toReversed() : page
  )

describe("a conversation's segments", () => {
  it("are one sorted segment for every chat that is not very long, whatever dates are missing", () => {
    const dates = fc.array(fc.option(fc.nat(50)), { maxLength: 120 })
    fc.assert(
      fc.property(dates, habits, habits, (ats, one, other) => {
        const messages = ats.map((at, index) => message(index + 1, at))
        const [first = [], ...rest] = segmentsOf(paged(messages, one))
        assert.deepStrictEqual(rest, [])
        assert.deepStrictEqual(segmentsOf(paged(messages, other)), messages.length === 0 ? [] : [first])
        assert.deepStrictEqual(
          [...first].sort((left, right) => left - right),
          messages.map(({ id }) => Number(id))
        )
        const known = first.flatMap((id) => Option.toArray(messages[id - 1]?.at ?? Option.none()))
        assert.deepStrictEqual(
          known,
          [...known].sort((left, right) => left - right)
        )
      }),
      { numRuns: 300 }
    )
  })

  it("contain every message with its neighbours on both sides, in either direction, and are bounded", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7_000 }), habits, (count, habit) => {
        const messages = Array.from({ length: count }, (_, index) => message(index + 1, Math.floor(index / 3)))
        const segments = segmentsOf(paged(messages, habit))
        const whole = new Set<number>()
        for (const segment of segments) {
          assert.isTrue(segment.length < longest + 100 + shared)
          const [first = 0] = segment
          assert.deepStrictEqual(
            segment,
            Array.from(segment, (_, index) => first + index)
          )
          for (const [index, id] of segment.entries()) {
            const hasAll = index >= Math.min(10, id - 1) && segment.length - 1 - index >= Math.min(10, count - id)
            if (hasAll) whole.add(id)
          }
        }
        assert.strictEqual(whole.size, count)
      }),
      { numRuns: 25 }
    )
  }, 30_000)

  it("are not returned twice", () => {
    const messages = Array.from({ length: longest }, (_, index) => message(index + 1, index))
    assert.deepStrictEqual(
      segmentsOf(pagesOf(messages, 100)).map((segment) => segment.length),
      [longest]
    )
    assert.deepStrictEqual(segmentsOf([[], []]), [])
  })
})
