import type { PhraseProgram } from "../../detect/phrase/PhraseMatcher.ts"
import type { SignatureTables } from "../../detect/phrase/RequirementSignatures.ts"
import type { VocabularyTables } from "../../detect/phrase/Vocabulary.ts"
import type { ValuePath, YamlFile } from "../../yaml/YamlFile.ts"
import type { RuleFile, WordsFile } from "./RuleFile.ts"
import type { ReadFile, RuleFiles } from "./readRuleFiles.ts"

/**
 * Rules without a mistake, read from their files, and all that was worked out of them when chatlint was built: a command starts without
 * taking a phrase apart. What only some texts need is loaded when one does.
 */
export interface PreparedRules {
  readonly rules: ReadonlyMap<string, Prepared<RuleFile>>
  readonly words: ReadonlyMap<string, Prepared<WordsFile>>
  /** Of the rule set. */
  readonly digest: string
  readonly vocabulary: VocabularyTables
  readonly groups: SignatureTables
  readonly neighbourCues: SignatureTables
  /** By the places of the phrases (`programKey`). */
  readonly programs: ReadonlyMap<string, PhraseProgram>
}

interface Prepared<Content> {
  readonly content: Content
  readonly path: string
}

/** The place of a list of phrases in the rules. */
export const programKey = (ruleId: string, path: ValuePath): string => `${ruleId} ${path.join(" ")}`

/** The files that the rules were read from. No mistake is in them, so that their places are never asked for. */
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
