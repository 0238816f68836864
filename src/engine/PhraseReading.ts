import { type ClassifiedTokens, classify } from "../detect/ClassifiedTokens.ts"
import type { ContactRange } from "../detect/ContactKind.ts"
import { handleCandidates } from "../detect/handleCandidates.ts"
import { withPictographs } from "../detect/pictographs.ts"
import type { MessageReading } from "./MessageReading.ts"
import type { CompiledPhraseGroup, RuleSet } from "./RuleSet.ts"

/** A message as the phrases of all rules see it. */
export interface PhraseReading {
  readonly text: ClassifiedTokens
  /** Of each rule by its index, the groups that have a match somewhere; what must not stand near is not yet asked. */
  readonly found: ReadonlyArray<ReadonlyArray<CompiledPhraseGroup> | undefined>
}

/** A number less likely to be a phone than this is none to the phrases. */
const leastPhoneForm = 0.55

/** The words of the phrase say that a card is meant; the form need only allow for it. */
const leastCardForm = 0.3

export const readPhrases = (ruleSet: RuleSet, reading: MessageReading): PhraseReading => {
  const contacts = contactsOf(reading)
  const plain = reading.tokens(ruleSet.vocabulary)
  const tokens = withPictographs(plain.tokens, reading.folded.text)
  const text =
    contacts.length === 0 && tokens === plain.tokens
      ? plain
      : classify(tokens, ruleSet.vocabulary, reading.folded.text, contacts)
  const found: Array<Array<CompiledPhraseGroup> | undefined> = []
  for (const index of ruleSet.scanner.scan(text)) {
    const group = ruleSet.phraseGroups[index]
    if (group === undefined) continue
    const groups = found[group.rule]
    if (groups === undefined) found[group.rule] = [group.group]
    else groups.push(group.group)
  }
  return { text, found }
}

const contactsOf = (reading: MessageReading): ReadonlyArray<ContactRange> => {
  const { links, emails } = reading.addresses()
  const phones = reading.phones()
  const cards = reading.cards()
  const handles = handleCandidates(reading.folded.text)
  if (links.length + emails.length + phones.length + cards.length + handles.length === 0) return none
  const taken = [...links, ...emails]
  return [
    ...links.map(({ start, end }): ContactRange => ({ kind: "link", start, end })),
    ...emails.map(({ start, end }): ContactRange => ({ kind: "email", start, end })),
    ...phones
      .filter(({ form }) => form >= leastPhoneForm)
      .map(({ start, end }): ContactRange => ({ kind: "phone", start, end })),
    ...cards
      .filter(({ form }) => form >= leastCardForm)
      .map(({ start, end }): ContactRange => ({ kind: "card", start, end })),
    ...withoutOverlaps(handles, taken)
  ]
}

const none: ReadonlyArray<ContactRange> = []

/** Those of `found` that share nothing with `taken`; linear, because both are sorted first. */
const withoutOverlaps = (
  found: ReadonlyArray<ContactRange>,
  taken: ReadonlyArray<{ readonly start: number; readonly end: number }>
): ReadonlyArray<ContactRange> => {
  if (taken.length === 0) return found
  const sorted = taken.toSorted((one, other) => one.start - other.start)
  let next = 0
  return found.filter((one) => {
    while (next < sorted.length && (sorted[next]?.end ?? 0) <= one.start) next += 1
    return (sorted[next]?.start ?? Number.POSITIVE_INFINITY) >= one.end
  })
}
