import { MappedTextBuilder } from "../MappedText.ts"
import type { ReadText } from "../ReadText.ts"
import { SourceFile } from "../SourceFile.ts"
import { selectValues } from "../valueSelection.ts"
import type { MarkdownLine } from "./MarkdownLine.ts"
import { readYaml } from "./yaml.ts"

/** Lines of front matter that form one text. UTF-16 offsets into the file, `end` exclusive. */
export interface FrontMatterText {
  readonly start: number
  readonly end: number
  readonly text: ReadText
}

const everyText = selectValues([])

/**
 * Reads the lines of front matter whose YAML values are not verbatim, because they are escaped or folded. Each is a
 * text that includes its key, like the other lines. Empty if the front matter is not YAML; then its lines are read as
 * they are.
 */
export const frontMatterTexts = (
  file: SourceFile,
  lines: ReadonlyArray<MarkdownLine>
): ReadonlyArray<FrontMatterText> => {
  const first = lines.findIndex(({ kind }) => kind !== "frontMatter")
  const closing = lines[first]
  if (first < 1 || closing === undefined) return []
  const source = file.text.slice(0, closing.start)
  const { texts, errors } = readYaml(new SourceFile(file.path, source, file.encoding, 0), everyText)
  if (errors.length > 0) return []
  const spelled = texts.flatMap(({ mapped, written }) =>
    written === undefined || source.slice(written.start, written.end).includes(mapped.text)
      ? []
      : [{ mapped, start: written.start, end: written.end }]
  )
  const found: Array<FrontMatterText> = []
  let position = 0
  let next = 0
  for (const line of lines.slice(0, first)) {
    position = Math.max(position, line.start)
    if ((spelled[next]?.start ?? source.length) >= line.end) continue
    const start = position
    const builder = new MappedTextBuilder(start)
    let end = line.end
    for (let value = spelled[next]; value !== undefined && value.start < end; value = spelled[++next]) {
      builder.put(source.slice(position, value.start), position, value.start)
      value.mapped.copyTo(builder, 0, value.mapped.text.length)
      position = value.end
      end = Math.max(end, endOfLine(source, position))
    }
    builder.put(source.slice(position, end), position, end)
    position = end
    // The range of a block scalar includes the last line end.
    while (isLineEnd(source.charAt(end - 1))) end -= 1
    found.push({ start, end, text: { key: "", mapped: builder.build(), written: undefined } })
  }
  return found
}

/** The end of the line that contains an offset; the offset itself at the beginning of a line. */
const endOfLine = (text: string, offset: number): number => {
  if (isLineEnd(text.charAt(offset - 1))) return offset
  let end = offset
  while (end < text.length && !isLineEnd(text.charAt(end))) end += 1
  return end
}

const isLineEnd = (character: string): boolean => character === "\n" || character === "\r"
