import { Stream } from "effect"
import type { DraftReport, DraftReportFormat, DraftReportOptions } from "./DraftReport.ts"

/** A format from its pieces; they are made as they are written. */
export const makeFormat = (
  name: string,
  pieces: (report: DraftReport, options: DraftReportOptions) => Iterable<string>
): DraftReportFormat => formatOf(name, false, pieces)

/** The same for a format that shows the lines around the findings. */
export const makeFramedFormat: typeof makeFormat = (name, pieces) => formatOf(name, true, pieces)

const formatOf = (name: string, showsFrames: boolean, pieces: Parameters<typeof makeFormat>[1]): DraftReportFormat => ({
  name,
  showsFrames,
  write: (report, options) => Stream.suspend(() => Stream.fromIterable(pieces(report, options)))
})
