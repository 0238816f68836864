import { Stream } from "effect"
import type { DraftReport, DraftReportFormat, DraftReportOptions } from "./DraftReport.ts"

/** Makes a format from a generator of pieces, which runs as they are written. */
export const makeFormat = (
  name: string,
  pieces: (report: DraftReport, options: DraftReportOptions) => Iterable<string>
): DraftReportFormat => formatOf(name, false, pieces)

/** Makes a format that shows the lines around findings. */
export const makeFramedFormat: typeof makeFormat = (name, pieces) => formatOf(name, true, pieces)

const formatOf = (name: string, showsFrames: boolean, pieces: Parameters<typeof makeFormat>[1]): DraftReportFormat => ({
  name,
  showsFrames,
  write: (report, options) => Stream.suspend(() => Stream.fromIterable(pieces(report, options)))
})
