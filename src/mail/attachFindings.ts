import { Chunk, Effect, Option, Stream } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import { type RuleId, reaches } from "../domain/Rule.ts"
import type { Locale } from "../locale/Locale.ts"
import { reportFormatOf } from "../report/reportFormats.ts"
import { RunRecords } from "../store/RunRecords.ts"
import type { FinishedRun } from "../store/Runs.ts"
import type { StoreError } from "../store/StoreError.ts"
import type { BusinessMail } from "./BusinessMail.ts"
import type { Attachment } from "./composeMail.ts"

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8"
} as const

/** The first of these that reports can be written in. */
const preferred = ["xlsx", "csv"] as const

const encoder = new TextEncoder()

/**
 * The findings of one business as a table, masked as everywhere, named `chatlint-<business>-<day>.xlsx`: ids and digits
 * alone, nothing that came from outside.
 */
export const attachFindings = (
  finished: FinishedRun,
  businessId: BusinessId,
  { locale, timeZone, minSeverity }: BusinessMail,
  ruleTitle: (rule: RuleId, locale: Locale) => string
): Effect.Effect<ReadonlyArray<Attachment>, StoreError, RunRecords> =>
  Effect.gen(function* () {
    const found = preferred.flatMap((name) =>
      Option.toArray(Option.map(reportFormatOf(name), (format) => ({ name, format })))
    )[0]
    if (found === undefined) return []
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
      found.format.write(report, {
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
        name: `chatlint-${businessId}-${finished.run.finishedAt.slice(0, 10)}.${found.name}`,
        type: types[found.name],
        content: Buffer.concat(bytes)
      }
    ]
  })
