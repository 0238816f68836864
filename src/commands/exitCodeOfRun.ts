import type { FailOn } from "../config/JudgeSettings.ts"
import type { FindingCount } from "../domain/FindingCount.ts"
import { reaches } from "../domain/Rule.ts"
import type { FinishedRun } from "../store/Runs.ts"
import { isSettingAtFault } from "./CommandFailure.ts"
import { ExitCode } from "./ExitCode.ts"
import type { MailOutcome } from "./sendMails.ts"

/** Whether an unacknowledged finding reaches the threshold. */
const hasFindings = (counts: ReadonlyArray<FindingCount>, failOn: FailOn): boolean =>
  failOn !== "never" && counts.some(({ severity, status }) => status !== "acknowledged" && reaches(severity, failOn))

/** The exit code for a run and its mails. */
export const exitCodeOfRun = (
  {
    businesses,
    complete,
    chatsJudgedByOlderRules
  }: Pick<FinishedRun, "businesses" | "complete" | "chatsJudgedByOlderRules">,
  counts: ReadonlyArray<FindingCount>,
  failOn: FailOn,
  { undelivered }: Pick<MailOutcome, "undelivered">
): ExitCode => {
  const isNothingSeen = businesses.every(
    ({ failure, coverage }) => failure !== undefined && isSettingAtFault(failure.reason) && coverage.chatsListed === 0
  )
  if (isNothingSeen) return ExitCode.usage
  if (hasFindings(counts, failOn)) return ExitCode.findings
  // A chat judged only by older rules counts as not checked by the current ones.
  if (!complete || chatsJudgedByOlderRules > 0) return ExitCode.incomplete
  return undelivered > 0 ? ExitCode.undelivered : ExitCode.clean
}
