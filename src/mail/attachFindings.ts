import { Chunk, Effect, Option, Stream } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import { type RuleId, reaches } from "../domain/Rule.ts"
import type { Locale } from "../locale/Locale.ts"
import { xlsx } from "../report/xlsx.ts"
import { RunRecords } from "../store/RunRecords.ts"
import type { FinishedRun } from "../store/Runs.ts"
import type { StoreError } from "../store/StoreError.ts"
import type { BusinessMail } from "./BusinessMail.ts"
import type { Attachment } from "./composeMail.ts"

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

const encoder = new TextEncoder()

/**
 * Attaches the masked findings of one business as a table named `chatlint-<business>-<day>.xlsx`. The file name
 * contains no external text.
 */
export const attachFindings = (
  finished: FinishedRun,
  businessId: BusinessId,
  { locale, timeZone, minSeverity }: BusinessMail,
  ruleTitle: (rule: RuleId, locale: Locale) => string
): Effect.Effect<ReadonlyArray<Attachment>, StoreError, RunRecords> =>
  Effect.gen(function* () {
    const record = yield* (yield* RunRecords).of(finished, [businessId])
    const isShown = ({ severity }: { readonly severity: Parameters<typeof reaches>[0] }) =>
      reaches(severity, minSeverity)
    const report = {
      ...record,
      findings: Stream.filter(record.findings, isShown),
      counts: record.counts.filter(isShown),
      rootCauses: record.rootCauses.filter(isShown)
    }
    const pieces = yield* Stream.runCollect(
      xlsx.write(report, {
        locale,
        timeZone,
        color: false,
        ruleTitle: (rule) => ruleTitle(rule, locale),
        ruleAdvice: () => Option.none()
      })
    )
    const bytes = Chunk.toReadonlyArray(pieces).map((piece) =>
      typeof piece === "string" ? encoder.encode(piece) : piece
    )
    return [
      {
        name: `chatlint-${businessId}-${finished.run.finishedAt.slice(0, 10)}.xlsx`,
        type,
        content: Buffer.concat(bytes)
      }
    ]
  })
