import { MappedText } from "../MappedText.ts"
import type { ReadText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import { hasMarkup } from "./hasMarkup.ts"

/** A line with its end: LF, CR LF or CR. */
export const lineWithEnd = /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g

/** Reads a plain text file, in which blank lines separate messages. */
export const readPlainText = ({ text }: SourceFile): ReadonlyArray<ReadText> => {
  const texts: Array<ReadText> = []
  let start = -1
  let end = 0
  const close = () => {
    if (start >= 0) {
      const words = text.slice(start, end)
      const written = hasMarkup(words) ? undefined : { start, end, quoting: "verbatim" as const }
      texts.push({ key: "", mapped: MappedText.verbatim(words, start), written })
    }
    start = -1
  }
  for (const { 0: line, index } of text.matchAll(lineWithEnd)) {
    if (line.trim() === "") close()
    else {
      if (start < 0) start = index
      end = index + line.replace(/[\r\n]+$/, "").length
    }
  }
  close()
  return texts
}
