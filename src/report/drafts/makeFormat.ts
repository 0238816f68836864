import { Stream } from "effect"
import type { DraftReport, DraftReportFormat, DraftReportOptions } from "./DraftReport.ts"

/** A format from its pieces; they are made as they are written. */
export const makeFormat = (
  name: string,
  pieces: (report: DraftReport, options: DraftReportOptions) => Iterable<string>
): DraftReportFormat => ({
  name,
  write: (report, options) => Stream.suspend(() => Stream.fromIterable(pieces(report, options)))
})
