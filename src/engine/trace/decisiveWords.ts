import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import type { FoldedText, TextRange } from "../../text/FoldedText.ts"
import { overlap } from "../../text/overlap.ts"
import type { Detection } from "../message/Detection.ts"
import type { CompiledRule } from "../rule/RuleSet.ts"
import type { ViolationKind } from "../Violation.ts"

interface MatchedWords extends TextRange {
  readonly words: string
  readonly sentence: number | undefined
}

const wordsOf = (matcher: PhraseMatcher, text: ClassifiedTokens, folded: FoldedText): ReadonlyArray<MatchedWords> =>
  matcher.match(text).flatMap(({ first, last }) => {
    const [begin, end] = [text.tokens[first], text.tokens[last]]
    if (begin === undefined || end === undefined) return []
    const range = { start: begin.start, end: end.end }
    return [{ ...range, words: folded.text.slice(range.start, range.end), sentence: begin.sentence }]
  })

/** The cue nearest to a detection, among those that change the confidence in the observed direction. */
export const nearestCue = (
  rule: CompiledRule,
  text: ClassifiedTokens,
  folded: FoldedText,
  { kind, range, confidence }: Detection,
  plain: number
): ReadonlyArray<string> => {
  const cues = cuesOf(rule, kind, confidence > plain)
  const distance = ({ start, end }: MatchedWords): number => Math.max(range.start - end, start - range.end, 0)
  const [nearest] = cues
    .flatMap((matcher) => wordsOf(matcher, text, folded))
    .toSorted((one, other) => distance(one) - distance(other))
  return nearest === undefined ? [] : [nearest.words]
}

const cuesOf = (
  { phone, link, email, card }: CompiledRule,
  kind: ViolationKind,
  raised: boolean
): ReadonlyArray<PhraseMatcher> => {
  const matchers = (): ReadonlyArray<PhraseMatcher | undefined> => {
    switch (kind) {
      case "phone":
        return raised ? [phone?.raisedBy, phone?.revealedBy] : [phone?.loweredBy]
      case "card":
        return [raised ? card?.raisedBy : card?.loweredBy]
      case "link":
        return [link?.invitedBy]
      case "email":
        return [email?.raisedBy]
      case "phrase":
        return []
    }
  }
  return matchers().filter((matcher) => matcher !== undefined)
}

/**
 * The words because of which a phrase is not reported: exceptions that overlap it or are in its sentence, and allowed
 * phrases.
 */
export const passingWords = (
  rule: CompiledRule,
  text: ClassifiedTokens,
  folded: FoldedText,
  { range }: Detection
): ReadonlyArray<string> => {
  const touching = [
    rule.allow.phrases,
    ...rule.phrases.flatMap(({ exceptOverlapping, exceptAtEnds }) => [exceptOverlapping, exceptAtEnds])
  ]
    .flatMap((matcher) => wordsOf(matcher, text, folded))
    .filter((match) => overlap(match, range))
  const sentences = new Set(text.tokens.filter((token) => overlap(token, range)).map((token) => token.sentence))
  const beside = rule.phrases
    .flatMap((group) => wordsOf(group.exceptInSentence, text, folded))
    .filter(({ sentence }) => sentence !== undefined && sentences.has(sentence))
  return [...new Set([...touching, ...beside].map(({ words }) => words))]
}
