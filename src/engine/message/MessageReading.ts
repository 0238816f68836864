import { type AddressCandidates, addressCandidates, noAddresses } from "../../detect/address/addressCandidates.ts"
import type { CardCandidate } from "../../detect/number/CardCandidate.ts"
import { cardCandidates } from "../../detect/number/cardCandidates.ts"
import type { NumberRun } from "../../detect/number/NumberRun.ts"
import { numberRuns } from "../../detect/number/numberRuns.ts"
import type { PhoneCandidate } from "../../detect/number/PhoneCandidate.ts"
import { phoneCandidates } from "../../detect/number/phoneCandidates.ts"
import { type ClassifiedTokens, classify } from "../../detect/phrase/ClassifiedTokens.ts"
import type { Vocabulary } from "../../detect/phrase/Vocabulary.ts"
import type { Hints } from "../../detect/prefilter/Prefilter.ts"
import { type Survey, surveyOf, surveyOfOriginal } from "../../detect/prefilter/survey.ts"
import { withoutOverlaps } from "../../detect/withoutOverlaps.ts"
import type { FoldedText, TextRange } from "../../text/FoldedText.ts"
import { fold } from "../../text/fold.ts"
import { tokenize } from "../../text/tokenize.ts"

/** The content of a message, independent of the rules. Each part is computed on first use. */
export interface MessageReading {
  readonly folded: FoldedText
  /** All runs of digits and number words, including short ones. */
  readonly numberRuns: () => ReadonlyArray<NumberRun>
  /** Whether it has enough digits for a phone or a card. */
  readonly mayHoldNumbers: boolean
  /** The country for numbers without a country code, ISO 3166-1 alpha-2. */
  readonly region: string
  readonly addresses: () => AddressCandidates
  /** Card numbers outside links and e-mail addresses. */
  readonly cards: () => ReadonlyArray<CardCandidate>
  /** Numbers outside links, e-mail addresses and card numbers. */
  readonly phones: () => ReadonlyArray<PhoneCandidate>
  readonly tokens: (vocabulary: Vocabulary) => ClassifiedTokens
  /** The rule set's groups of phrases that match as long as nothing in the message is a contact, if known. */
  readonly knownGroups: ReadonlyArray<number> | undefined
  /** Whether it may contain an account name. */
  readonly mayHoldAccounts: boolean
}

const noRuns: ReadonlyArray<NumberRun> = []
const noCards: ReadonlyArray<CardCandidate> = []
const noPhones: ReadonlyArray<PhoneCandidate> = []

/** @param hints the prefilter's hints for the text; without them, nothing is ruled out. */
export const readMessage = (text: string, region: string, hints?: Hints): MessageReading =>
  new LazyReading(text, region, hints)

/** A card number of at most this form may also be a phone. */
const unlikelyCard = 0.3

class LazyReading implements MessageReading {
  private readonly text: string
  readonly region: string
  private readonly survey: Survey
  private readonly hints: Hints | undefined
  private foldedText: FoldedText | undefined
  private foundRuns: ReadonlyArray<NumberRun> | undefined
  private foundAddresses: AddressCandidates | undefined
  private foundCards: ReadonlyArray<CardCandidate> | undefined
  private foundPhones: ReadonlyArray<PhoneCandidate> | undefined
  private foundTokens: ClassifiedTokens | undefined

  constructor(text: string, region: string, hints: Hints | undefined) {
    this.text = text
    this.region = region
    this.hints = hints
    this.survey = hints?.survey ?? surveyOfOriginal(text) ?? surveyOf(this.folded.text)
  }

  get knownGroups(): ReadonlyArray<number> | undefined {
    return this.hints?.groups
  }

  get mayHoldNumbers(): boolean {
    return this.survey.numbers
  }

  get mayHoldAccounts(): boolean {
    return this.survey.accounts
  }

  get folded(): FoldedText {
    this.foldedText ??= fold(this.text)
    return this.foldedText
  }

  numberRuns(): ReadonlyArray<NumberRun> {
    if (!this.survey.anyNumber) return noRuns
    this.foundRuns ??= numberRuns(this.folded)
    return this.foundRuns
  }

  addresses(): AddressCandidates {
    if (!this.survey.addresses) return noAddresses
    this.foundAddresses ??= addressCandidates(this.folded)
    return this.foundAddresses
  }

  cards(): ReadonlyArray<CardCandidate> {
    if (!this.survey.numbers) return noCards
    this.foundCards ??= withoutOverlaps(cardCandidates(this.folded, this.numberRuns()), () => this.takenByAddresses())
    return this.foundCards
  }

  phones(): ReadonlyArray<PhoneCandidate> {
    if (!this.survey.numbers) return noPhones
    this.foundPhones ??= withoutOverlaps(phoneCandidates(this.folded, this.numberRuns(), this.region), () => [
      ...this.takenByAddresses(),
      ...this.cards().filter(({ form }) => form > unlikelyCard)
    ])
    return this.foundPhones
  }

  tokens(vocabulary: Vocabulary): ClassifiedTokens {
    if (this.foundTokens?.vocabulary !== vocabulary) {
      this.foundTokens = classify(tokenize(this.folded.text), vocabulary, this.folded.text)
    }
    return this.foundTokens
  }

  private takenByAddresses(): ReadonlyArray<TextRange> {
    const { links, emails } = this.addresses()
    return [...links, ...emails]
  }
}
