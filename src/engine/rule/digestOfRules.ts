import { createHash } from "node:crypto"
import type { RuleFile, WordsFile } from "./RuleFile.ts"
import type { ReadFile } from "./readRuleFiles.ts"

/** `sha256:` and the digest of rules, sorted by id, and word lists, independent of the location of their files. */
export const digestOfRules = (
  rules: ReadonlyArray<ReadFile<RuleFile>>,
  words: ReadonlyMap<string, ReadFile<WordsFile>>
): string => {
  const content = {
    rules: rules.map((rule) => rule.content),
    words: Object.fromEntries([...words].map(([name, list]) => [name, list.content]))
  }
  return `sha256:${createHash("sha256").update(canonicalJson(content)).digest("hex")}`
}

/** JSON with sorted keys, so that equal contents yield equal texts. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner
  )
