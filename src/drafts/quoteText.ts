import type { Stretch } from "./MappedText.ts"
import type { ReadDraft } from "./ReadDraft.ts"
import type { WrittenText } from "./ReadText.ts"
import type { SourceFile } from "./SourceFile.ts"

/** What is to be written in the place of a stretch of a file. Offsets into its decoded text, UTF-16, `end` exclusive. */
export interface Replacement extends Stretch {
  readonly text: string
}

/** Words that YAML reads as what they are: no sign that means something there, no word for a number, a truth or nothing. */
const plainYaml = /^\p{L}[\p{L}\p{N} ,.!?()«»—–-]*$/u
const wordOfYaml = /^(?:y|n|yes|no|true|false|on|off|null|~)$/i

/** How a text of one line is written in the place of a whole draft, quotation marks and all. */
export const quoteText = (
  text: string,
  { mapped, text: replaced }: ReadDraft,
  { quoting, start, end }: WrittenText,
  { text: source }: SourceFile
): Replacement => {
  switch (quoting) {
    case "verbatim":
      return { start, end, text }
    case "json":
    case "yamlDouble":
      return { start, end, text: JSON.stringify(text) }
    case "yamlPlain":
      return { start, end, text: plainYaml.test(text) && !wordOfYaml.test(text) ? text : JSON.stringify(text) }
    case "yamlFlow":
      // A comma would begin the next item.
      return { start, end, text: JSON.stringify(text) }
    case "yamlSingle":
      return { start, end, text: `'${text.replaceAll("'", "''")}'` }
    case "yamlBlock": {
      // Sign, indentation and the line ends behind it stay; what stands between them is replaced.
      const first = replaced.search(/\S/)
      const last = replaced.trimEnd().length
      return { start: mapped.sourceAt(first), end: mapped.sourceAt(last - 1) + 1, text }
    }
    case "csv": {
      const isQuoted = source.startsWith('"', start) || /[",;\t|]/.test(text)
      return { start, end, text: isQuoted ? `"${text.replaceAll('"', '""')}"` : text }
    }
    case "gettext": {
      // gettext wants a translation to begin and to end with a line end where the original does.
      const opening = replaced.startsWith("\n") ? "\\n" : ""
      const ending = replaced.endsWith("\n") ? "\\n" : ""
      return { start, end, text: `"${opening}${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}${ending}"` }
    }
  }
}
