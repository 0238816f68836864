import type { RuleId } from "../domain/Rule.ts"
import type { ValuePath } from "../yaml/YamlFile.ts"
import { checkText } from "./checkConversation.ts"
import type { CompiledRule, RuleSet } from "./rule/RuleSet.ts"

/** A text of a rule file that contradicts its purpose. */
export interface FailedExample {
  /** Its position in the rule file. */
  readonly path: ValuePath
  readonly text: string
  /** A violating example was not found, a complying one was, or a rewrite violates a rule itself. */
  readonly problem: "notFound" | "found" | "rewriteFound"
  /** The rules that found it. */
  readonly rules: ReadonlyArray<RuleId>
}

/** The number of texts to test in a rule file. */
export const exampleCount = ({ file: { examples, rewrites } }: CompiledRule): number =>
  examples.violates.length + examples.complies.length + Object.values(rewrites).flat().length

/** The texts of a rule file for which the rule set gives a result other than expected. */
export const failedExamples = (ruleSet: RuleSet, rule: CompiledRule): ReadonlyArray<FailedExample> => {
  const { examples, rewrites } = rule.file
  const found = (text: string, region: string | undefined): ReadonlyArray<RuleId> => [
    ...new Set(checkText(ruleSet, text, region).map((violation) => violation.rule))
  ]
  return [
    ...examples.violates.flatMap((example, index): ReadonlyArray<FailedExample> => {
      const { text, region } = exampleText(example)
      const rules = found(text, region)
      if (rules.includes(rule.id)) return []
      return [{ path: ["examples", "violates", index], text, problem: "notFound", rules }]
    }),
    ...examples.complies.flatMap((example, index): ReadonlyArray<FailedExample> => {
      const { text, region } = exampleText(example)
      if (!found(text, region).includes(rule.id)) return []
      return [{ path: ["examples", "complies", index], text, problem: "found", rules: [rule.id] }]
    }),
    ...Object.entries(rewrites).flatMap(([locale, texts]) =>
      texts.flatMap((text, index): ReadonlyArray<FailedExample> => {
        const rules = found(text, undefined)
        return rules.length === 0 ? [] : [{ path: ["rewrites", locale, index], text, problem: "rewriteFound", rules }]
      })
    )
  ]
}

/** The text of an example and the country for its numbers; undefined for the default country. */
export const exampleText = (
  example: CompiledRule["file"]["examples"]["violates"][number]
): { readonly text: string; readonly region: string | undefined } =>
  typeof example === "string" ? { text: example, region: undefined } : { text: example.text, region: example.region }
