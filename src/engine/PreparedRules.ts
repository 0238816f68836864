import type { Phrase } from "../detect/Phrase.ts"
import type { RuleFile, WordsFile } from "./RuleFile.ts"
import type { ReadFile, RuleFiles } from "./readRuleFiles.ts"
import type { YamlFile } from "./YamlFile.ts"

/**
 * Rules without a mistake, read from their files and with their phrases taken apart. Word lists are one array wherever a phrase names
 * them: who keeps this value must keep that.
 */
export interface PreparedRules {
  readonly rules: ReadonlyMap<string, Prepared<RuleFile>>
  readonly words: ReadonlyMap<string, Prepared<WordsFile>>
  readonly lists: ReadonlyMap<string, ReadonlyArray<Phrase>>
  /** By the phrase as it is written, with a tilde before those of lists whose misspellings count. */
  readonly phrases: ReadonlyMap<string, Phrase>
}

interface Prepared<Content> {
  readonly content: Content
  readonly path: string
}

/** The files that the rules were read from. No mistake is in them, so that their places are never asked for. */
export const filesOfPrepared = ({ rules, words }: PreparedRules): RuleFiles => ({
  rules: new Map([...rules].map(([id, rule]) => [id, readFile(rule)])),
  words: new Map([...words].map(([name, list]) => [name, readFile(list)])),
  errors: []
})

const readFile = <Content>({ content, path }: Prepared<Content>): ReadFile<Content> => ({ content, file: fileAt(path) })

const fileAt = (path: string): YamlFile => {
  const beginning = () => ({ line: 1, column: 1 })
  return { path, value: undefined, placeOfKey: beginning, placeOfValue: beginning, placeInText: beginning }
}
