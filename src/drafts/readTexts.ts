import type { DraftFormat } from "./DraftFormat.ts"
import type { Reading } from "./ReadText.ts"
import type { SourceFile } from "./SourceFile.ts"
import type { ValueSelection } from "./valueSelection.ts"

/** Reads the texts of a file. Readers are loaded when a file of their format is first read. */
export type TextReader = (file: SourceFile, selection: ValueSelection) => Reading

const readers: Readonly<Record<DraftFormat, () => Promise<TextReader>>> = {
  text: async () => {
    const { readPlainText } = await import("./readers/plainText.ts")
    return (file) => ({ texts: readPlainText(file), errors: [] })
  },
  markdown: async () => {
    const { readMarkdown } = await import("./readers/markdown.ts")
    return (file) => ({ texts: readMarkdown(file), errors: [] })
  },
  yaml: async () => (await import("./readers/yaml.ts")).readYaml,
  json: async () => (await import("./readers/json.ts")).readJson,
  jsonl: async () => (await import("./readers/jsonLines.ts")).readJsonLines,
  csv: async () => {
    const { readTable } = await import("./readers/table.ts")
    return (file, selection) => readTable(file, undefined, selection)
  },
  tsv: async () => {
    const { readTable } = await import("./readers/table.ts")
    return (file, selection) => readTable(file, "\t", selection)
  },
  gettext: async () => (await import("./readers/gettext.ts")).readGettext
}

/** The reader of a format. */
export const readerOf = (format: DraftFormat): Promise<TextReader> => readers[format]()
