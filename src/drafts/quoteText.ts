import type { Stretch } from "./MappedText.ts"
import type { ReadDraft } from "./ReadDraft.ts"
import type { WrittenText } from "./ReadText.ts"
import type { SourceFile } from "./SourceFile.ts"

/** A replacement for a range of a file: UTF-16 offsets into its decoded text, `end` exclusive. */
export interface Replacement extends Stretch {
  readonly text: string
}

/** Text that may be a plain YAML scalar: no special characters, and no word that YAML reads as a boolean or null. */
const plainYaml = /^\p{L}[\p{L}\p{N} ,.!?()«»—–-]*$/u
const wordOfYaml = /^(?:y|n|yes|no|true|false|on|off|null|~)$/i

/** Quotes a text of one line in the way of the draft that it replaces. */
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
      // In a plain scalar a comma would begin the next item.
      return { start, end, text: JSON.stringify(text) }
    case "yamlSingle":
      return { start, end, text: `'${text.replaceAll("'", "''")}'` }
    case "yamlBlock": {
      // The block indicator, the indentation and the trailing line ends are kept.
      const first = replaced.search(/\S/)
      const last = replaced.trimEnd().length
      return { start: mapped.sourceAt(first), end: mapped.sourceAt(last - 1) + 1, text }
    }
    case "csv": {
      const isQuoted = source.startsWith('"', start) || /[",;\t|]/.test(text)
      return { start, end, text: isQuoted ? `"${text.replaceAll('"', '""')}"` : text }
    }
    case "gettext": {
      // gettext requires a translation to begin and end with a line end if the original does.
      const opening = replaced.startsWith("\n") ? "\\n" : ""
      const ending = replaced.endsWith("\n") ? "\\n" : ""
      return { start, end, text: `"${opening}${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}${ending}"` }
    }
  }
}
