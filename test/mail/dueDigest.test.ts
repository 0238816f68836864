import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Either, Option, TestClock } from "effect"
import type { BusinessMail } from "../../src/mail/BusinessMail.ts"
import { type Digest, stateOf } from "../../src/mail/Digest.ts"
import { dueDigest } from "../../src/mail/dueDigest.ts"
import { EmailAddress } from "../../src/mail/EmailAddress.ts"
import { weekdays } from "../../src/mail/Weekday.ts"
import { type DeliveryFailure, Outbox } from "../../src/store/Outbox.ts"
import type { FinishedRun } from "../../src/store/Runs.ts"
import { type Night, night } from "../store/nights.ts"
import { businessId, finding, listedChat, notRead, readTo } from "../store/sampleChats.ts"
import { inStore } from "../store/temporaryStore.ts"

/** All findings on every day, in Moscow; the weekly mail on Mondays. */
const everything: BusinessMail = {
  to: [EmailAddress.make("anna@shop.example")],
  locale: "ru",
  timeZone: "Europe/Moscow",
  minSeverity: "info",
  days: weekdays,
  weekly: "monday",
  shopName: Option.none()
}

/** A Wednesday. */
const begin = TestClock.setTime(Date.parse("2026-11-18T00:00:00Z"))

/** The digest that is due after a run, or why there is none. */
const dueAfter = (finished: FinishedRun, mail: Partial<BusinessMail> = {}, isAsked = false) =>
  Effect.map(
    dueDigest(finished, finished.businesses[0] ?? assert.fail("no business"), { ...everything, ...mail }, isAsked),
    Either.merge
  )

const digestAfter = (finished: FinishedRun, mail: Partial<BusinessMail> = {}, isAsked = false) =>
  Effect.map(dueAfter(finished, mail, isAsked), (due): Digest => (typeof due === "string" ? assert.fail(due) : due))

/** Records that a mail about a run was queued. */
const mailed = (finished: FinishedRun, kind = "digest", recipient = "anna@shop.example") =>
  Effect.gen(function* () {
    const at = yield* Clock.currentTimeMillis
    yield* (yield* Outbox).queue([
      {
        businessId,
        runId: finished.run.id,
        kind,
        recipient,
        messageId: `${finished.run.id}.${kind}.${recipient}.${at}@x.example`,
        sender: "bot@x.example",
        content: ""
      }
    ])
  })

/** Records the result of sending a mail. */
const refused = (finished: FinishedRun, kind: string, state: DeliveryFailure["state"], answer = "550 no") =>
  Effect.flatMap(Outbox, (outbox) =>
    outbox.failed(
      { businessId, runId: finished.run.id, kind, recipient: "anna@shop.example" },
      { state, error: "RecipientRefused", answer }
    )
  )

let moves = 0
/** A night in which each of these chats has new messages with these findings. */
const nightWith = (ids: ReadonlyArray<number>, found: ReadonlyArray<string> = [], more: Partial<Night> = {}) =>
  Effect.tap(
    night({
      chats: ids.map((id) => listedChat(id, ++moves * 10_000)),
      findings: ({ chatId }) => found.filter((name) => name.startsWith(`${chatId}-`)).map((name) => finding(name)),
      ...more
    }),
    () => TestClock.adjust("1 day")
  )

describe("a digest", () => {
  it.effect("is an inventory the first time, whatever was found, and has only new findings from then on", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const first = yield* nightWith([1, 2], ["1-a", "1-b", "2-c"])
        const inventory = yield* digestAfter(first)
        assert.strictEqual(inventory.kind, "inventory")
        assert.strictEqual(inventory.changes.since, null)
        assert.strictEqual(inventory.changes.new, 3)
        yield* mailed(first, "inventory")
        assert.strictEqual(yield* dueAfter(first), "alreadyMailed")

        const second = yield* nightWith([1, 2, 3], ["3-d"])
        const digest = yield* digestAfter(second)
        assert.strictEqual(digest.kind, "digest")
        assert.deepInclude(digest.changes, { new: 1, repeated: 3 })
        assert.deepStrictEqual(
          digest.findings.map(({ id }) => id),
          ["3-d"]
        )
        yield* mailed(second)
        assert.strictEqual(yield* dueAfter(yield* nightWith([1, 2, 3])), "nothingNew")
      })
    )
  )

  it.effect("covers nights without a mail", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const first = yield* nightWith([1])
        yield* mailed(first, "inventory")
        // Two nights without a mail: the machine was off, or no mail is sent on that day.
        yield* nightWith([1, 2], ["2-a"])
        const without = yield* nightWith([1, 2, 3], ["3-b"])
        assert.strictEqual(yield* dueAfter(without, { days: ["monday"] }), "day")
        const { changes } = yield* digestAfter(yield* nightWith([1, 2, 3]))
        assert.deepInclude(changes, { new: 2, repeated: 0 })
        assert.strictEqual(changes.since?.runId, first.run.id)
      })
    )
  )

  it.effect("reports as new what was in a mail that nobody got", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const first = yield* nightWith([1], ["1-a"])
        yield* mailed(first, "inventory")
        const second = yield* nightWith([1, 2], ["2-b"])
        yield* mailed(second)
        yield* refused(second, "digest", "permanent")
        // The run itself is finished; the next one covers it.
        assert.strictEqual(yield* dueAfter(second), "alreadyMailed")
        assert.strictEqual(yield* dueAfter(first), "older")
        const { kind, changes } = yield* digestAfter(yield* nightWith([1, 2, 3], ["3-c"]))
        assert.deepStrictEqual([kind, changes.new, changes.repeated], ["digest", 2, 1])
        assert.strictEqual(changes.since?.runId, first.run.id)
        // One of two recipients got it, so it counts as reported.
        yield* mailed(second, "digest", "boris@shop.example")
        assert.strictEqual((yield* digestAfter(yield* nightWith([1, 2, 3]))).changes.new, 1)
      })
    )
  )

  it.effect("is an inventory again if nobody got the first one", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const first = yield* nightWith([1], ["1-a"])
        yield* mailed(first, "inventory")
        yield* refused(first, "inventory", "permanent")
        const { kind, changes, undelivered } = yield* digestAfter(yield* nightWith([1, 2]))
        assert.deepStrictEqual([kind, changes.new, changes.since], ["inventory", 1, null])
        assert.strictEqual(undelivered.length, 1)
      })
    )
  )

  it.effect(
    "is an inventory again if no chat could be read for the first one, but not sent every night until then",
    () =>
      inStore(
        Effect.gen(function* () {
          yield* begin
          const unread = { outcome: () => notRead }
          const first = yield* nightWith([1, 2], [], unread)
          assert.strictEqual((yield* digestAfter(first)).kind, "inventory")
          yield* mailed(first, "inventory")
          const kinds: Array<string> = []
          for (let day = 0; day < 7; day += 1) {
            const finished = yield* nightWith([1, 2], [], unread)
            const due = yield* dueAfter(finished)
            kinds.push(typeof due === "string" ? due : due.kind)
            if (typeof due !== "string") yield* mailed(finished, due.kind)
          }
          assert.deepStrictEqual(kinds.toSorted(), ["inventory", ...Array(6).fill("nothingNew")])

          const seen = yield* nightWith([1, 2], ["1-a", "2-b"])
          const { kind, changes } = yield* digestAfter(seen)
          assert.deepStrictEqual([kind, changes.new, changes.since], ["inventory", 2, null])
          yield* mailed(seen, kind)
          const after = yield* nightWith([1, 2], [], unread)
          assert.deepInclude(yield* digestAfter(after), { kind: "digest" })
          yield* mailed(after)
          const third = yield* digestAfter(yield* nightWith([1, 2, 3], ["3-c"]))
          assert.deepStrictEqual([third.kind, third.changes.new], ["digest", 1])
        })
      )
  )

  it.effect("does not repeat what is in a pending mail, but does once that mail is lost", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const first = yield* nightWith([1])
        yield* mailed(first, "inventory")
        const second = yield* nightWith([1, 2], ["2-b"])
        yield* mailed(second)
        yield* refused(second, "digest", "temporary", "451 later")
        const third = yield* nightWith([1, 2, 3], ["3-c"])
        assert.strictEqual((yield* digestAfter(third)).changes.new, 1)
        yield* mailed(third)
        yield* TestClock.adjust("1 hour")
        yield* refused(second, "digest", "permanent")
        // The third mail was made while the second was pending, and does not repeat it.
        const fourth = yield* nightWith([1, 2, 3])
        const { changes } = yield* digestAfter(fourth)
        assert.deepStrictEqual([changes.new, changes.since?.runId], [2, first.run.id])
        yield* mailed(fourth)
        const after = yield* nightWith([1, 2, 3])
        assert.strictEqual(yield* dueAfter(after, { weekly: "never" }), "nothingNew")
      })
    )
  )

  it.effect("is sent weekly even if nothing is new, once that day, and after seven days at the latest", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const first = yield* nightWith([1], ["1-a"])
        yield* mailed(first, "inventory")
        const kinds: Array<string> = []
        for (let day = 0; day < 12; day += 1) {
          const finished = yield* nightWith([1])
          const due = yield* dueAfter(finished)
          kinds.push(typeof due === "string" ? due : due.kind)
          if (typeof due !== "string") yield* mailed(finished, due.kind)
          // A second run on the same day causes no second mail.
          const again = yield* dueAfter(yield* night({ chats: [], findings: () => [] }))
          assert.strictEqual(again, "nothingNew")
        }
        const weekly = kinds.flatMap((kind, index) => (kind === "weekly" ? [index] : []))
        assert.strictEqual(weekly.length, 2)
        assert.strictEqual((weekly[1] ?? 0) - (weekly[0] ?? 0), 7)
        assert.isTrue(kinds.every((kind) => kind === "weekly" || kind === "nothingNew"))

        // If no mail is sent on Mondays, the weekly interval still holds.
        const days = weekdays.filter((day) => day !== "monday")
        const rest: Array<string> = []
        for (let day = 0; day < 8; day += 1) {
          const finished = yield* nightWith([1])
          const due = yield* dueAfter(finished, { days })
          rest.push(typeof due === "string" ? due : due.kind)
          if (typeof due !== "string") yield* mailed(finished, due.kind)
        }
        assert.strictEqual(rest.filter((kind) => kind === "weekly").length, 1)
        assert.include(rest, "day")
        assert.strictEqual(yield* dueAfter(yield* nightWith([1]), { weekly: "never" }), "nothingNew")
      })
    )
  )

  it.effect("is sent after a run dated in the future by a clock that was ahead", () =>
    inStore(
      Effect.gen(function* () {
        yield* TestClock.setTime(Date.parse("2027-11-17T00:00:00Z"))
        const ahead = yield* nightWith([1], ["1-a"])
        yield* mailed(ahead, "inventory")
        // On the next nights the clock is right, on a Wednesday.
        yield* begin
        const second = yield* nightWith([1, 2], ["2-b"])
        const digest = yield* digestAfter(second)
        assert.deepStrictEqual([digest.kind, digest.changes.new], ["digest", 1])
        yield* mailed(second)
        const third = yield* nightWith([1, 2, 3], ["3-c"])
        assert.deepInclude((yield* digestAfter(third)).changes, { new: 1, repeated: 2 })
        assert.strictEqual(yield* dueAfter(ahead), "older")
      })
    )
  )

  it.effect("is sent weekly on the configured day after a mail dated in the future", () =>
    inStore(
      Effect.gen(function* () {
        yield* TestClock.setTime(Date.parse("2027-11-17T00:00:00Z"))
        yield* mailed(yield* nightWith([1]), "inventory")
        yield* begin
        const kinds: Array<string> = []
        for (let day = 0; day < 7; day += 1) {
          const due = yield* dueAfter(yield* nightWith([1]))
          kinds.push(typeof due === "string" ? due : due.kind)
        }
        assert.deepStrictEqual(
          kinds.filter((kind) => kind !== "nothingNew"),
          ["weekly"]
        )
      })
    )
  )

  it.effect("reports a refusal after a mail dated in the future, and a refusal so dated only once", () =>
    inStore(
      Effect.gen(function* () {
        const refuse = (finished: FinishedRun, answer: string) => refused(finished, "inventory", "permanent", answer)
        yield* TestClock.setTime(Date.parse("2027-11-17T00:00:00Z"))
        const ahead = yield* nightWith([1])
        yield* mailed(ahead, "inventory")
        yield* mailed(ahead, "inventory", "boris@shop.example")
        yield* refuse(ahead, "550 in the future")
        yield* begin
        assert.strictEqual(yield* dueAfter(yield* nightWith([1])), "nothingNew")
        yield* refuse(ahead, "550 today")
        const { undelivered } = yield* digestAfter(yield* nightWith([1]))
        assert.deepStrictEqual(
          undelivered.map(({ answer }) => answer),
          ["550 today"]
        )
      })
    )
  )

  it.effect("reports unread chats when they are new, and not again every night", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const first = yield* nightWith([1, 2])
        yield* mailed(first, "inventory")
        const unread = { outcome: (chat: { readonly chatId: string }) => (chat.chatId === "2" ? notRead : readTo(50)) }
        const second = yield* nightWith([1, 2], [], unread)
        const digest = yield* digestAfter(second)
        assert.deepStrictEqual([digest.kind, digest.changes.chatsNotScanned], ["digest", 1])
        yield* mailed(second)
        assert.strictEqual(yield* dueAfter(yield* nightWith([1, 2], [], unread)), "nothingNew")
        const failure = { reason: "Unauthorized", message: "the key is refused" }
        assert.strictEqual((yield* digestAfter(yield* nightWith([], [], { failure }))).kind, "digest")
      })
    )
  )

  it.effect("leaves out findings below the reader's minimum severity", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const first = yield* nightWith([1])
        yield* mailed(first, "inventory")
        const second = yield* nightWith([1, 2], [], {
          findings: ({ chatId }) =>
            chatId === "2"
              ? [
                  { ...finding("a"), severity: "info" },
                  { ...finding("b"), severity: "warning" }
                ]
              : []
        })
        const { changes, findings, openBySeverity, trend } = yield* digestAfter(second, { minSeverity: "warning" })
        assert.strictEqual(changes.new, 1)
        assert.deepStrictEqual(
          findings.map(({ id }) => id),
          ["b"]
        )
        assert.deepStrictEqual(openBySeverity, { info: 0, warning: 1, error: 0 })
        assert.strictEqual(trend.at(-1)?.openBySeverity.info, 0)
        const onlyErrors = yield* digestAfter(second, { minSeverity: "error" }, true)
        assert.deepInclude(onlyErrors, {
          minSeverity: "error",
          lessSevere: 2,
          openBySeverity: { info: 0, warning: 0, error: 0 }
        })
        assert.strictEqual(stateOf(onlyErrors), "quiet")
        assert.strictEqual(yield* dueAfter(second, { minSeverity: "error" }), "nothingNew")
      })
    )
  )

  it.effect("is clean without findings, but not with chats checked with older rules", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const chats = [listedChat(1, 10), listedChat(2, 20)]
        const first = yield* night({ chats, findings: () => [] })
        assert.strictEqual(stateOf(yield* digestAfter(first)), "clean")
        yield* mailed(first, "inventory")
        // The rules have changed, and no new message causes the chats to be read again.
        const second = yield* night({ chats, findings: () => [], ruleSet: "sha256:other" })
        const digest = yield* digestAfter(second, {}, true)
        assert.deepStrictEqual([digest.chatsJudgedByOlderRules, stateOf(digest)], [2, "quiet"])
      })
    )
  )

  it.effect("shows the ten most severe and newest findings, two per chat, whatever their order", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const finished = yield* nightWith([1, 2, 3, 4, 5, 6, 7, 8], [], {
          findings: ({ chatId }) =>
            Array.from({ length: 5 }, (_, index) => ({
              ...finding(`${chatId}-${index}`),
              severity: chatId === "3" && index === 0 ? "error" : "warning",
              writtenAt: Option.some(1_780_000_000_000 + Number(chatId) * 1000 + index)
            }))
        })
        const { findings, mostBroken } = yield* digestAfter(finished)
        assert.deepStrictEqual(
          findings.map(({ id }) => id),
          ["3-0", "8-4", "8-3", "7-4", "7-3", "6-4", "6-3", "5-4", "5-3", "4-4"]
        )
        assert.deepStrictEqual<unknown>(Option.getOrThrow(mostBroken), { rule: "phone-number", findings: 40 })
      })
    )
  )

  it.effect("reports a permanently refused address to the other recipients", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const first = yield* nightWith([1])
        yield* mailed(first, "inventory")
        yield* mailed(first, "inventory", "boris@shop.example")
        yield* refused(first, "inventory", "permanent", "550 gone")
        const digest = yield* digestAfter(yield* nightWith([1]))
        assert.strictEqual(digest.kind, "digest")
        assert.deepStrictEqual(
          digest.undelivered.map(({ recipient, answer }) => [recipient, answer]),
          [["anna@shop.example", "550 gone"]]
        )
      })
    )
  )

  it.effect("can be requested on any day, also for a run already mailed", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin
        const first = yield* nightWith([1], ["1-a"])
        assert.strictEqual((yield* digestAfter(first, { days: ["monday"] }, true)).kind, "inventory")
        yield* mailed(first, "inventory")
        const again = yield* digestAfter(first, {}, true)
        assert.strictEqual(again.changes.new, 1)
      })
    )
  )
})
