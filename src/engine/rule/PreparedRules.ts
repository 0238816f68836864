import type { PhraseProgram } from "../../detect/phrase/PhraseMatcher.ts"
import type { SignatureTables } from "../../detect/phrase/RequirementSignatures.ts"
import type { VocabularyTables } from "../../detect/phrase/Vocabulary.ts"
import type { ValuePath, YamlFile } from "../../yaml/YamlFile.ts"
import type { RuleFile, WordsFile } from "./RuleFile.ts"
import type { ReadFile, RuleFiles } from "./readRuleFiles.ts"

/**
 * Valid rules read from their files, with everything derived from them at build time, so that a command starts without
 * parsing phrases. What only some texts need is loaded on demand.
 */
export interface PreparedRules {
  readonly rules: ReadonlyMap<string, Prepared<RuleFile>>
  readonly words: ReadonlyMap<string, Prepared<WordsFile>>
  /** The digest of the rule set. */
  readonly digest: string
  readonly vocabulary: VocabularyTables
  readonly groups: SignatureTables
  readonly neighbourCues: SignatureTables
  /** By the location of the phrases (`programKey`). */
  readonly programs: ReadonlyMap<string, PhraseProgram>
}

interface Prepared<Content> {
  readonly content: Content
  readonly path: string
}

/** The location of a list of phrases in the rules. */
export const programKey = (ruleId: string, path: ValuePath): string => `${ruleId} ${path.join(" ")}`

/** The files of the rules. They are valid, so the positions of their values are never needed. */
export const filesOfPrepared = ({ rules, words }: PreparedRules): RuleFiles => ({
  rules: new Map([...rules].map(([id, rule]) => [id, fileOfPrepared(rule)])),
  words: new Map([...words].map(([name, list]) => [name, fileOfPrepared(list)])),
  errors: []
})

export const fileOfPrepared = <Content>({ content, path }: Prepared<Content>): ReadFile<Content> => ({
  content,
  file: fileAt(path)
})

const fileAt = (path: string): YamlFile => {
  const beginning = () => ({ line: 1, column: 1 })
  return { path, value: undefined, placeOfKey: beginning, placeOfValue: beginning, placeInText: beginning }
}
