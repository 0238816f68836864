import type { ClassifiedTokens, PhraseMatch } from "../detect/PhraseMatcher.ts"
import type { Detection } from "./Detection.ts"
import type { MessageReading } from "./MessageReading.ts"
import type { CompiledPhraseGroup, CompiledRule, RuleSet } from "./RuleSet.ts"

/** The words of a message that a rule's phrases describe. Matches that share a word are one. */
export const detectPhrases = (
  rule: CompiledRule,
  ruleSet: RuleSet,
  reading: MessageReading
): ReadonlyArray<Detection> => {
  if (rule.phrases.length === 0) return []
  const text = reading.tokens(ruleSet.vocabulary)
  return rule.phrases.flatMap((group) => {
    const matches = remaining(group, text, rule)
    return joined(matches).map(
      (match): Detection => ({
        kind: "phrase",
        normalized: "",
        confidence: group.confidence,
        range: { start: text.tokens[match.first]?.start ?? 0, end: text.tokens[match.last]?.end ?? 0 }
      })
    )
  })
}

const remaining = (
  group: CompiledPhraseGroup,
  text: ClassifiedTokens,
  rule: CompiledRule
): ReadonlyArray<PhraseMatch> => {
  const matches = group.match.match(text)
  if (matches.length === 0) return matches
  const words = new Set<number>()
  for (const { first, last } of [...group.exceptOverlapping.match(text), ...rule.allow.phrases.match(text)]) {
    for (let index = first; index <= last; index++) words.add(index)
  }
  const sentences = new Set(group.exceptInSentence.match(text).map(({ first }) => text.tokens[first]?.sentence))
  return matches.filter(({ first, last }) => {
    for (let index = first; index <= last; index++) {
      if (words.has(index) || sentences.has(text.tokens[index]?.sentence)) return false
    }
    return true
  })
}

const joined = (matches: ReadonlyArray<PhraseMatch>): ReadonlyArray<PhraseMatch> => {
  const sorted = [...matches].sort((one, other) => one.first - other.first)
  const found: Array<PhraseMatch> = []
  for (const match of sorted) {
    const previous = found.at(-1)
    if (previous !== undefined && match.first <= previous.last) {
      found[found.length - 1] = { first: previous.first, last: Math.max(previous.last, match.last) }
    } else found.push(match)
  }
  return found
}
