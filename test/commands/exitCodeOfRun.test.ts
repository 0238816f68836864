import { describe, expect, it } from "vitest"
import { exitCodeOfRun } from "../../src/commands/exitCodeOfRun.ts"
import type { FindingCount } from "../../src/domain/FindingCount.ts"
import { RuleId } from "../../src/domain/Rule.ts"
import type { FinishedRun } from "../../src/store/Runs.ts"
import { business, coverage } from "../report/sampleReports.ts"

const seen: Pick<FinishedRun, "businesses" | "complete" | "chatsJudgedByOlderRules"> = {
  businesses: [business({})],
  complete: true,
  chatsJudgedByOlderRules: 0
}

const found: ReadonlyArray<FindingCount> = [
  { rule: RuleId.make("phone-number"), severity: "error", status: "repeated", findings: 1 }
]

const exitOf = (run: Partial<typeof seen>, counts: ReadonlyArray<FindingCount> = [], undelivered = 0) =>
  exitCodeOfRun({ ...seen, ...run }, counts, "error", { undelivered })

describe("the exit code of a run", () => {
  it("is clean only if everything was read and judged by the current rules", () => {
    expect(exitOf({})).toBe(0)
    expect(exitOf({ complete: false })).toBe(3)
    expect(exitOf({ chatsJudgedByOlderRules: 1 })).toBe(3)
  })

  it("is usage only if nothing was read because of a setting", () => {
    const failed = (reason: string, chatsListed: number) => ({
      complete: false,
      businesses: [business({ failure: { reason, message: "" }, coverage: coverage({ chatsListed }) })]
    })
    for (const reason of ["Unauthorized", "WrongAddress"]) {
      expect(exitOf(failed(reason, 0))).toBe(2)
      expect(exitOf(failed(reason, 5))).toBe(3)
    }
    for (const reason of ["MalformedAnswer", "ServerFault"]) expect(exitOf(failed(reason, 0))).toBe(3)
  })

  it("puts findings before unread chats, and those before undelivered mails", () => {
    expect(exitOf({ complete: false, chatsJudgedByOlderRules: 1 }, found, 1)).toBe(1)
    expect(exitOf({ chatsJudgedByOlderRules: 1 }, [], 1)).toBe(3)
    expect(exitOf({}, [], 1)).toBe(4)
  })
})
