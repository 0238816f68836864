import { Either } from "effect"
import { decodeYamlFile } from "../../yaml/decodeYamlFile.ts"
import { parseYamlFile, type YamlFile } from "../../yaml/YamlFile.ts"
import { YamlFileError } from "../../yaml/YamlFileError.ts"
import { RuleFile, WordsFile } from "./RuleFile.ts"

/** The text of a file in rules/. A file at any depth below a folder named `words` is a word list, any other a rule. */
export interface RuleSource {
  readonly path: string
  readonly text: string
  /**
   * The folder that was read, as written at the start of `path`. Folders above it are ignored. Without it, every folder
   * in `path` counts.
   */
  readonly folder?: string | undefined
}

/** The content of a file, and the file, for the positions of mistakes. */
export interface ReadFile<Content> {
  readonly content: Content
  readonly file: YamlFile
}

/** Rules by id, word lists by name, and the errors of the other files. */
export interface RuleFiles {
  readonly rules: ReadonlyMap<string, ReadFile<RuleFile>>
  readonly words: ReadonlyMap<string, ReadFile<WordsFile>>
  readonly errors: ReadonlyArray<YamlFileError>
}

/** Reads and decodes files. If an id or name occurs twice, the first one is used and the second one is a mistake. */
export const readRuleFiles = (sources: ReadonlyArray<RuleSource>): RuleFiles => {
  const rules = new Map<string, ReadFile<RuleFile>>()
  const words = new Map<string, ReadFile<WordsFile>>()
  const errors: Array<YamlFileError> = []
  for (const source of sources) {
    const parsed = parseYamlFile(source.path, source.text)
    if (Either.isLeft(parsed)) {
      errors.push(parsed.left)
      continue
    }
    const file = parsed.right
    const name = wordListName(source)
    if (name === undefined) {
      const content = decodeYamlFile(RuleFile, file)
      if (Either.isLeft(content)) errors.push(...content.left)
      else keep(rules, content.right.id, { content: content.right, file }, "problem.duplicateId", errors)
    } else {
      const content = decodeYamlFile(WordsFile, file)
      if (Either.isLeft(content)) errors.push(...content.left)
      else keep(words, name, { content: content.right, file }, "problem.duplicateWords", errors)
    }
  }
  return { rules, words, errors }
}

/**
 * The name of a word list: `contact` for both "words/contact.yaml" and "words/contacts/contact.yaml". Undefined for a
 * rule.
 */
const wordListName = ({ path, folder = "" }: RuleSource): string | undefined => {
  const parts = partsOf(path)
  // The folder that was read may itself be named `words`, so it is not skipped.
  const above = Math.max(0, partsOf(folder).length - 1)
  return parts.slice(above, -1).includes("words") ? (parts.at(-1) ?? "").replace(/\.ya?ml$/, "") : undefined
}

const partsOf = (path: string): ReadonlyArray<string> => path.split(/[\\/]/).filter((part) => part !== "")

const keep = <Content>(
  kept: Map<string, ReadFile<Content>>,
  name: string,
  read: ReadFile<Content>,
  problem: "problem.duplicateId" | "problem.duplicateWords",
  errors: Array<YamlFileError>
): void => {
  const other = kept.get(name)
  if (other === undefined) {
    kept.set(name, read)
    return
  }
  errors.push(
    new YamlFileError({
      path: read.file.path,
      ...(problem === "problem.duplicateId" ? read.file.placeOfValue(["id"]) : read.file.placeOfValue([])),
      problem,
      expectation: problem === "problem.duplicateId" ? "expected.uniqueId" : "expected.uniqueWords",
      subject: name,
      known: [],
      detail: other.file.path
    })
  )
}
