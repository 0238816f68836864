import { severities } from "../domain/Rule.ts"
import type { TrendPoint } from "../domain/TrendPoint.ts"
import type { TrendBar } from "./DigestContent.ts"
import type { DigestVoice } from "./DigestVoice.ts"

/** The open findings after each run, the highest severity first. */
export const trendBars = (trend: ReadonlyArray<TrendPoint>, { text, times }: DigestVoice): ReadonlyArray<TrendBar> => {
  const shortDay = times({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })
  return trend.map(({ finishedAt, complete, openBySeverity: open }) => ({
    label: shortDay(finishedAt),
    total: text("number", { count: open.error + open.warning + open.info }),
    bySeverity: severities.toReversed().map((severity) => ({ severity, findings: open[severity] })),
    note: complete ? "" : text("trendIncomplete")
  }))
}
