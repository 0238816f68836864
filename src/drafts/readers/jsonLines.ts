import { keyPathText } from "../keyPath.ts"
import type { Reading } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import type { ValueSelection } from "../valueSelection.ts"
import { readJsonValue } from "./json.ts"
import { lineWithEnd } from "./plainText.ts"

/** Reads a file with one JSON value per line. A line with an error is reported, and the others are still read. */
export const readJsonLines = (file: SourceFile, selection: ValueSelection): Reading => {
  const readings: Array<Reading> = []
  let row = 0
  for (const { 0: whole, index } of file.text.matchAll(lineWithEnd)) {
    const line = whole.replace(/[\r\n]+$/, "")
    row += 1
    if (line.trim() === "") continue
    const name = `row ${row}`
    readings.push(
      readJsonValue(file, { start: index, end: index + line.length }, selection, (path) =>
        path.length === 0 ? name : `${name}, ${keyPathText(path)}`
      )
    )
  }
  return { texts: readings.flatMap(({ texts }) => texts), errors: readings.flatMap(({ errors }) => errors) }
}
