import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"
import { rangeOfMatch } from "../../detect/phrase/rangeOfMatch.ts"
import type { TextRange } from "../../text/FoldedText.ts"
import type { CompiledPhraseGroup, CompiledRule } from "../rule/RuleSet.ts"
import type { Detection } from "./Detection.ts"
import type { PhraseReading } from "./PhraseReading.ts"

const none: ReadonlyArray<Detection> = []

/** The matches of a rule's phrases in a message. Overlapping matches of a group are merged. */
export const detectPhrases = (
  rule: CompiledRule,
  groups: ReadonlyArray<CompiledPhraseGroup> | undefined,
  phrases: PhraseReading
): ReadonlyArray<Detection> => {
  if (groups === undefined) return none
  const { text } = phrases
  const mailboxes = phrases.contacts.filter(({ kind }) => kind === "email")
  return groups.flatMap((group) =>
    joinedMatches(
      remainingMatches(group, text, rule).filter(
        (match) => !mailboxes.some((mailbox) => endsWithin(rangeOfMatch(text.tokens, match), mailbox))
      )
    ).map(
      (match): Detection => ({
        kind: "phrase",
        normalized: "",
        confidence: group.confidence,
        range: rangeOfMatch(text.tokens, match)
      })
    )
  )
}

/** Part of a mailbox is not a word: "логин vaza2020, потом собака, потом mail ru". */
const endsWithin = ({ start, end }: TextRange, whole: TextRange): boolean =>
  start < whole.start && whole.start < end && end < whole.end

/** The matches of a group, without those excluded by its exceptions or the rule's allowed phrases. */
export const remainingMatches = (
  group: CompiledPhraseGroup,
  text: ClassifiedTokens,
  rule: CompiledRule
): ReadonlyArray<PhraseMatch> => {
  const matches = group.match.match(text)
  if (matches.length === 0) return matches
  const excepted = [...group.exceptOverlapping.match(text), ...rule.allow.phrases.match(text)]
  const held = heldBefore(excepted, text.tokens.length)
  const heldEnds = heldBefore(group.exceptAtEnds.match(text), text.tokens.length)
  const sentences = new Set(group.exceptInSentence.match(text).map(({ first }) => text.tokens[first]?.sentence))
  return matches.filter(
    ({ first, last }) =>
      held[last + 1] === held[first] &&
      heldEnds[first + 1] === heldEnds[first] &&
      heldEnds[last + 1] === heldEnds[last] &&
      !sentences.has(text.tokens[first]?.sentence) &&
      !sentences.has(text.tokens[last]?.sentence)
  )
}

/** For each word, the number of words before it that exceptions cover. */
const heldBefore = (excepted: ReadonlyArray<PhraseMatch>, words: number): Uint32Array => {
  const changes = new Int32Array(words + 1)
  for (const { first, last } of excepted) {
    changes[first] = (changes[first] ?? 0) + 1
    changes[last + 1] = (changes[last + 1] ?? 0) - 1
  }
  const held = new Uint32Array(words + 1)
  let open = 0
  for (let index = 0; index < words; index++) {
    open += changes[index] ?? 0
    held[index + 1] = (held[index] ?? 0) + (open > 0 ? 1 : 0)
  }
  return held
}

/** Merges overlapping matches. */
export const joinedMatches = (matches: ReadonlyArray<PhraseMatch>): ReadonlyArray<PhraseMatch> => {
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
