import type { ContactRange } from "../../detect/ContactKind.ts"
import { handleCandidates } from "../../detect/handleCandidates.ts"
import { type ClassifiedTokens, classify } from "../../detect/phrase/ClassifiedTokens.ts"
import { withPictographs } from "../../detect/phrase/pictographs.ts"
import type { Vocabulary } from "../../detect/phrase/Vocabulary.ts"
import { spelledHandles } from "../../detect/spelledHandles.ts"
import { withoutOverlaps } from "../../detect/withoutOverlaps.ts"
import type { CompiledPhraseGroup, RuleSet } from "../rule/RuleSet.ts"
import type { MessageReading } from "./MessageReading.ts"

/** A message as seen by the phrases of all rules. */
export interface PhraseReading {
  /** Computed on first use, as most messages do not need it. */
  readonly text: ClassifiedTokens
  /** By rule index, the groups with a match. Exceptions have not been applied yet. */
  readonly found: ReadonlyArray<ReadonlyArray<CompiledPhraseGroup> | undefined>
  /** The contacts that phrases can require in braces. */
  readonly contacts: ReadonlyArray<ContactRange>
}

/** The minimum form of a phone to count as one in phrases. */
const leastPhoneForm = 0.55

/** The words of the phrase indicate a card, so the form only needs to be plausible. */
const leastCardForm = 0.3

export const readPhrases = (ruleSet: RuleSet, reading: MessageReading): PhraseReading =>
  new LazyPhraseReading(ruleSet, reading)

class LazyPhraseReading implements PhraseReading {
  readonly found: PhraseReading["found"]
  private readonly vocabulary: Vocabulary
  private readonly reading: MessageReading
  private foundContacts: ReadonlyArray<ContactRange> | undefined
  private classified: ClassifiedTokens | undefined

  constructor(ruleSet: RuleSet, reading: MessageReading) {
    this.vocabulary = ruleSet.vocabulary
    this.reading = reading
    const known = reading.knownGroups
    this.found =
      known !== undefined && this.contacts.length === 0
        ? byRule(ruleSet, known)
        : byRule(ruleSet, ruleSet.scanner.scan(this.text))
  }

  get text(): ClassifiedTokens {
    this.classified ??= this.classify()
    return this.classified
  }

  get contacts(): ReadonlyArray<ContactRange> {
    this.foundContacts ??= contactsOf(this.reading)
    return this.foundContacts
  }

  private classify(): ClassifiedTokens {
    const plain = this.reading.tokens(this.vocabulary)
    const { text } = this.reading.folded
    const tokens = withPictographs(plain.tokens, text)
    return this.contacts.length === 0 && tokens === plain.tokens
      ? plain
      : classify(tokens, this.vocabulary, text, this.contacts)
  }
}

/** The groups by rule index. */
const byRule = (ruleSet: RuleSet, groups: ReadonlyArray<number>): PhraseReading["found"] => {
  const found: Array<Array<CompiledPhraseGroup> | undefined> = []
  for (const index of groups) {
    const group = ruleSet.phraseGroups[index]
    if (group === undefined) continue
    const groups = found[group.rule]
    if (groups === undefined) found[group.rule] = [group.group]
    else groups.push(group.group)
  }
  return found
}

const contactsOf = (reading: MessageReading): ReadonlyArray<ContactRange> => {
  const { emails } = reading.addresses()
  const links = reading.addresses().links.filter(({ dotless }) => !dotless)
  const phones = reading.phones()
  const cards = reading.cards()
  const { text } = reading.folded
  const typed = reading.mayHoldAccounts ? handleCandidates(text) : none
  const spelled = spelledHandles(text)
  const handles = spelled.length === 0 ? typed : [...typed, ...spelled].sort((one, other) => one.start - other.start)
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
    ...withoutOverlaps(handles, () => taken)
  ]
}

const none: ReadonlyArray<ContactRange> = []
