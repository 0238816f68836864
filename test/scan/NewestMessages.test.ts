import { assert, describe, it } from "@effect/vitest"
import { Option } from "effect"
import fc from "fast-check"
import { Message, MessageId } from "../../src/domain/Message.ts"
import { NewestMessages } from "../../src/scan/NewestMessages.ts"

const message = (id: bigint): Message =>
  new Message({ id: MessageId.make(String(id)), at: Option.none(), sender: "PARTNER", text: "", files: [] })

const ids = fc.array(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }), { maxLength: 60 })

describe("the newest messages", () => {
  it("are the greatest ids, in whatever order and however often they are added", () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 12 }), (all, count) => {
        const newest = new NewestMessages(count)
        for (const id of [...all, ...all.slice(0, 10)]) newest.add(message(id))
        const expected = [...new Set(all)].sort((left, right) => (left > right ? -1 : 1)).slice(0, count)
        assert.deepStrictEqual(
          newest.all.map(({ id }) => BigInt(id)),
          expected
        )
        assert.strictEqual(newest.newest, expected.at(0)?.toString())
        assert.strictEqual(newest.oldest, expected.at(-1)?.toString())
        assert.strictEqual(newest.isFull, new Set(all).size >= count)
      })
    )
  })
})
