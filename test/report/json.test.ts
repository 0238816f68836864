import { describe, expect, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import type { Finding } from "../../src/domain/Finding.ts"
import { json } from "../../src/report/json.ts"
import type { Report } from "../../src/report/Report.ts"
import { business, coverage, finding, optionsFor, report, severalFindings, situations } from "./sampleReports.ts"

const written = <E>(document: Report<E>) => Stream.mkString(json.write(document, optionsFor("ru")))

describe("the JSON report", () => {
  for (const [situation, sample] of Object.entries(situations)) {
    it.effect(`is equal to the report: ${situation}`, () =>
      Effect.gen(function* () {
        const {
          run,
          complete,
          chatsJudgedByOlderRules,
          businesses,
          findings,
          changes,
          trend,
          rootCauses,
          undeliveredMails
        } = sample()
        const text = yield* written(sample())
        expect(JSON.parse(text)).toEqual({
          schema: "chatlint/report@1",
          run,
          complete,
          chatsJudgedByOlderRules,
          changes,
          businesses,
          rootCauses,
          ...(undeliveredMails.length > 0 ? { undeliveredMails } : {}),
          trend,
          findings: Array.from(yield* Stream.runCollect(findings))
        })
        expect(text.endsWith("]}\n")).toBe(true)
      })
    )
  }

  it.effect("has exactly the documented keys, in order", () =>
    Effect.gen(function* () {
      const extra: Finding = Object.assign(finding({}), { secret: "8 900 123-45-67" })
      const failure = { message: "no", reason: "Unauthorized" }
      const text = yield* written(
        report({
          businesses: [
            business({
              failure,
              coverage: coverage({
                notScanned: [{ message: "gone", chatId: ChatId.make("5"), reason: "ChatNotFound" }]
              })
            }),
            business({ businessId: BusinessId.make("9223372036854775807") })
          ],
          findings: Stream.make(extra, finding({ orderId: null, at: null }))
        })
      )
      expect(text).toBe(
        [
          '{"schema":"chatlint/report@1","run":{"id":"r-20261122","startedAt":"2026-11-22T00:00:05Z","finishedAt":"2026-11-22T00:12:40Z","ruleSet":"sha256:5f2b"},"complete":true,"chatsJudgedByOlderRules":0,"changes":{"since":{"runId":"r-20261121","finishedAt":"2026-11-21T00:11:00Z"},"new":0,"foundByChangedRules":0,"repeated":0,"acknowledged":0,"noLongerInWindow":0,"clearedByChangedRules":0,"chatsNotScanned":0},"businesses":[',
          '{"businessId":"1001","coverage":{"chatsListed":415,"chatsScanned":30,"chatsUnchanged":385,"messages":5120,"partnerMessages":2011,"unknownSenders":0,"notScanned":[{"chatId":"5","reason":"ChatNotFound","message":"gone"}]},"requests":{"list":21,"history":430,"retries":12},"failure":{"reason":"Unauthorized","message":"no"}},',
          '{"businessId":"9223372036854775807","coverage":{"chatsListed":415,"chatsScanned":30,"chatsUnchanged":385,"messages":5120,"partnerMessages":2011,"unknownSenders":0,"notScanned":[]},"requests":{"list":21,"history":430,"retries":12}}',
          '],"rootCauses":[],"trend":[],"findings":[\n',
          '{"id":"f1c9a2","rule":"phone-number","severity":"error","confidence":0.98,"status":"new","businessId":"1001","chatId":"220011","orderId":"78912345","context":"ORDER","at":"2026-11-21T15:04:00Z","spans":[{"messageId":"1780212617058078","start":12,"end":28}],"match":"+7926•••••67","excerpt":"Позвоните мне по номеру ████████████, расскажу подробнее"},\n',
          '{"id":"f1c9a2","rule":"phone-number","severity":"error","confidence":0.98,"status":"new","businessId":"1001","chatId":"220011","orderId":null,"context":"ORDER","at":null,"spans":[{"messageId":"1780212617058078","start":12,"end":28}],"match":"+7926•••••67","excerpt":"Позвоните мне по номеру ████████████, расскажу подробнее"}\n',
          "]}\n"
        ].join("")
      )
    })
  )

  it.effect("is JSON without findings and without businesses", () =>
    Effect.gen(function* () {
      const text = yield* written(report({ businesses: [] }))
      expect(JSON.parse(text)).toMatchObject({ businesses: [], findings: [] })
    })
  )

  it.effect("passes on the failure of the findings", () =>
    Effect.gen(function* () {
      const broken = report<"broken">({
        findings: Stream.concat(Stream.fromIterable(severalFindings), Stream.fail("broken"))
      })
      expect(yield* Effect.flip(written(broken))).toBe("broken")
    })
  )
})
