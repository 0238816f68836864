import { Schema } from "effect"
import { contactKinds } from "../../detect/ContactKind.ts"
import { isCountry } from "../../detect/number/isCountry.ts"
import { RuleId, Severity } from "../../domain/Rule.ts"
import { expects } from "../../yaml/expects.ts"
import { optionally } from "../../yaml/optionally.ts"

const Text = Schema.String.pipe(Schema.pattern(/\S/)).annotations(expects("expected.text"))

const LocalizedText = Schema.Struct({ ru: Text, en: Text, zh: Text })

const Rewrites = Schema.Array(Text).pipe(Schema.minItems(2)).annotations(expects("expected.rewrites"))

const Confidence = Schema.Number.pipe(Schema.between(0, 1)).annotations(expects("expected.confidence"))

const Phrases = Schema.Array(Text)

/** The marketplace's text that a rule enforces, or a statement of why the rule exists without one. */
const Clause = Schema.Struct({
  quote: optionally(Text),
  source: optionally(Schema.String.pipe(Schema.pattern(/^https:\/\/\S+$/)).annotations(expects("expected.source"))),
  /** When the quoted page was retrieved. */
  date: optionally(Schema.String.pipe(Schema.pattern(/^\d{4}-\d{2}-\d{2}$/)).annotations(expects("expected.date"))),
  /** Why the rule exists although the marketplace's text does not mention it. */
  ours: optionally(LocalizedText)
})
  .pipe(
    Schema.filter((clause) =>
      clause.quote === undefined
        ? clause.ours !== undefined && clause.source === undefined && clause.date === undefined
        : clause.source !== undefined && clause.date !== undefined
    )
  )
  .annotations(expects("expected.clause"))

/** Phrases with a common confidence. */
const PhraseGroup = Schema.Struct({
  confidence: Confidence,
  match: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases")),
  /** Drops a match that shares a word with one of these ("не присылайте"). */
  exceptOverlapping: optionally(Phrases),
  /** Drops a match whose first or last word is in one of these ("номер заказа"); inside a match they have no effect. */
  exceptAtEnds: optionally(Phrases),
  /** Drops a match with one of these in any of its sentences ("в личном кабинете"). */
  exceptInSentence: optionally(Phrases)
})
export type PhraseGroup = typeof PhraseGroup.Type

/** Words that give the position of a piece in its number, independent of the order of writing. */
const PiecePlaces = Schema.Struct({
  /** It starts the number ("начало", "впереди"). */
  first: optionally(Phrases),
  /** It precedes the piece written last ("перед ними"). */
  before: optionally(Phrases),
  /** It is between the beginning and the end ("посередине"). */
  middle: optionally(Phrases),
  /** It ends the number ("последние"). */
  last: optionally(Phrases)
})
export type PiecePlaces = typeof PiecePlaces.Type

/** Words that decide whether figures, possibly separate ones, form a number. */
const ofPieces = {
  /** Words that later reveal a disguised number ("это не артикул", "по нему звоните"). */
  explainedBy: optionally(Phrases),
  /** Words that ask the reader to join the figures of a message ("запишите подряд без слов"). */
  assembledBy: optionally(Phrases),
  /** Words that ask the reader to read the figures backwards ("задом наперёд"). */
  reversedBy: optionally(Phrases),
  /** Words that announce a number in pieces ("ловите по одной", "продолжение"). */
  announcedBy: optionally(Phrases),
  /** Words that give the position of a piece, in its message or in the buyer's question ("а начало?"). */
  placedBy: optionally(PiecePlaces),
  /** Words that introduce figures without saying what they are ("номер"). */
  introducedBy: optionally(Phrases),
  /** Words that say that figures are unrelated ("размеры", or "сколько" in the buyer's question). */
  partedBy: optionally(Phrases),
  /** Words that say so only of the figures next to them ("см", "дней", "р"). */
  measuredBy: optionally(Phrases)
}

/**
 * RE2 patterns with a common confidence, applied to the folded text: lower case, with normalized signs and digits. A
 * text with disguised words is also read without the disguises.
 */
const PatternGroup = Schema.Struct({
  confidence: Confidence,
  match: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.patterns"))
})
export type PatternGroup = typeof PatternGroup.Type

const PhoneDetector = Schema.Struct({
  /** Words near a number that make a phone more likely. */
  raisedBy: optionally(Phrases),
  /** Words near a number that make a phone less likely ("заказ", "артикул"). */
  loweredBy: optionally(Phrases),
  /** Words near a number that reveal a phone under another name ("на самом деле это мой сотовый"). */
  revealedBy: optionally(Phrases),
  ...ofPieces
})

const LinkDetector = Schema.Struct({
  /** Words near a bare name that make an address to visit more likely ("на сайте"). */
  invitedBy: optionally(Phrases),
  /** Words that ask the buyer to search for a name whose dot is a blank ("гуглите пчёлкин ру"). */
  soughtBy: optionally(Phrases),
  /** Questions of the buyer that such a name answers ("где посмотреть?"). */
  askedBy: optionally(Phrases),
  /** Goods with a name on them, which is then quoted or capitalized ("наклейка «DRIVE2.RU»"). */
  printedOn: optionally(Phrases),
  /** Names that only resemble a host ("asp.net"). */
  names: optionally(Phrases)
})

const EmailDetector = Schema.Struct({
  /** Words near a spelled address that make an e-mail address more likely ("почта"). */
  raisedBy: optionally(Phrases)
})

const CardDetector = Schema.Struct({
  /** Words near a number that make a bank card more likely ("на карту"). */
  raisedBy: optionally(Phrases),
  /** Words near a number that make a bank card less likely ("полис", "трек"). */
  loweredBy: optionally(Phrases),
  ...ofPieces
})

/**
 * Answers of the shop that violate the rule only in reply to the buyer's preceding words: a yes to
 * "напишу вам в телеграм?".
 */
const ReplyGroup = Schema.Struct({
  confidence: Confidence,
  /** What the buyer proposes or asks. */
  to: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases")),
  /** Messages of the buyer with one of these are ignored ("не буду писать в телеграм"). */
  exceptTo: optionally(Phrases),
  /** What the shop answers ("давайте"). */
  match: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases")),
  /** Whether short answers that repeat a verb of the proposal count too ("запишу голосовое?", "запишите"). */
  echo: optionally(Schema.Boolean),
  /** Whether the proposal remains open while the shop asks back ("из какого вы города?", "из Уфы", "тогда 4300"). */
  staysOpen: optionally(Schema.Boolean),
  /** What the buyer says to reopen a proposal that the shop has just declined ("ну пожалуйста"). */
  reopenedBy: optionally(Phrases),
  /** Answers with one of these are ignored ("только в этом чате"). */
  except: optionally(Phrases)
})
export type ReplyGroup = typeof ReplyGroup.Type

/** Words that refer to something named earlier, by the shop or the buyer: "берите там" after "на озоне". */
const Referent = Schema.Struct({
  /** What is named. */
  named: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases")),
  /**
   * Other things to which the words may refer if named later ("в карточке"), and words that retract a name
   * ("нет телеграма").
   */
  exceptNamed: optionally(Phrases),
  /** Whether the first name in a message is meant rather than the last ("первый вариант лучше"). */
  first: optionally(Schema.Boolean),
  /** The referring words. */
  pointing: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases")),
  /** What the rule's phrases read in place of the referring words ("на озоне"). */
  reads: Text,
  /** Further phrases that violate the rule in this context, too loose for a text that names the thing itself. */
  match: optionally(Phrases),
  /** Messages with one of these are ignored ("только в этом чате"). */
  except: optionally(Phrases)
})
export type Referent = typeof Referent.Type

/** Words that turn out to mean something else in context: "номер скиньте", "телефона?", "нет, тона". */
const DispelledWords = Schema.Struct({
  /** Words of the finding; if absent, any finding of the rule. */
  said: optionally(Phrases),
  /** Words near it by either side, in one message or the next ("телефона?" – "нет"). */
  by: optionally(Phrases),
  /** Words near it by the shop only ("Маркет вернёт сам"): from the buyer, they may be a wish. */
  told: optionally(Phrases),
  /** Words near it that confirm the violation after all ("нет, ваш"). */
  except: optionally(Phrases),
  /** Whether the buyer's answer with a number that cannot be dialled counts too ("номер подскажите" – "53298811"). */
  otherNumber: optionally(Schema.Boolean)
})
  .pipe(Schema.filter(({ by = [], told = [], otherNumber = false }) => otherNumber || by.length + told.length > 0))
  .annotations(expects("expected.phrases"))
export type DispelledWords = typeof DispelledWords.Type

const Detectors = Schema.Struct({
  phone: optionally(PhoneDetector),
  link: optionally(LinkDetector),
  email: optionally(EmailDetector),
  card: optionally(CardDetector),
  phrases: optionally(Schema.Array(PhraseGroup)),
  patterns: optionally(Schema.Array(PatternGroup)),
  replies: optionally(Schema.Array(ReplyGroup)),
  referents: optionally(Schema.Array(Referent)),
  dispelled: optionally(Schema.Array(DispelledWords)),
  /**
   * Contacts that only continue a violation of the rule in an earlier message: words with one of these belong to it.
   */
  detailedBy: optionally(Schema.Array(Schema.Literal(...contactKinds).annotations(expects("expected.contactKind"))))
})
  .pipe(
    Schema.filter(
      ({ phone, link, email, card, phrases, patterns }) =>
        [phone, link, email, card].some((detector) => detector !== undefined) ||
        (phrases ?? []).length + (patterns ?? []).length > 0
    )
  )
  .annotations(expects("expected.detector"))
  // The cues for pieces refer to one kind of number: with both detectors, they would be ambiguous.
  .pipe(Schema.filter(({ phone, card }) => phone === undefined || card === undefined))
  .annotations(expects("expected.oneNumberDetector"))

/** What a finding of phrases highlights. */
const Highlight = Schema.Struct({
  /** The matched words, or the whole clauses that contain them. */
  unit: Schema.Literal("words", "clause").annotations(expects("expected.highlightUnit")),
  /** Contacts excluded at the edges, because they are separate findings. */
  without: optionally(Schema.Array(Schema.Literal(...contactKinds).annotations(expects("expected.contactKind"))))
})
export type Highlight = typeof Highlight.Type

/** What a rule allows. */
const Allow = Schema.Struct({
  /**
   * "market.yandex.ru" including its subdomains, or "yandex.ru/support/market" for the pages of one host under a path.
   */
  hosts: optionally(Schema.Array(Text)),
  /** In E.164: "+78005550123". */
  numbers: optionally(
    Schema.Array(Schema.String.pipe(Schema.pattern(/^\+\d{7,15}$/)).annotations(expects("expected.phoneNumber")))
  ),
  phrases: optionally(Phrases)
})

const Example = Schema.Union(
  Text,
  Schema.Struct({
    text: Text,
    /** The country for numbers without a country code, ISO 3166-1 alpha-2; RU if absent. */
    region: optionally(Schema.String.pipe(Schema.filter(isCountry)).annotations(expects("expected.region")))
  })
).annotations(expects("expected.example"))

const expectsExamples = expects("expected.examples", "problem.noExamples")

const Examples = Schema.propertySignature(
  Schema.Array(Example).pipe(Schema.minItems(1)).annotations(expectsExamples)
).annotations(expectsExamples)

/** A rule as a compliance officer writes it, one per file. */
export const RuleFile = Schema.Struct({
  id: RuleId.annotations(expects("expected.ruleId")),
  severity: Severity.annotations(expects("expected.severity")),
  clause: Clause,
  title: LocalizedText,
  explanation: LocalizedText,
  /** Compliant ways to write it instead. */
  rewrites: Schema.Struct({ ru: Rewrites, en: Rewrites, zh: Rewrites }),
  detect: Detectors,
  /** The matched words, if absent. */
  highlight: optionally(Highlight),
  allow: optionally(Allow),
  examples: Schema.propertySignature(Schema.Struct({ violates: Examples, complies: Examples })).annotations(
    expectsExamples
  )
})
export type RuleFile = typeof RuleFile.Type

/** A list of words and phrases shared by rules, named by its file. */
export const WordsFile = Schema.Struct({
  about: optionally(Text),
  /**
   * Whether to find the words also in phonetic misspellings and transliterations ("скинте намер", "napishite"). For
   * Russian and Kazakh lists only.
   */
  misspelt: optionally(Schema.Boolean),
  words: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases"))
})
export type WordsFile = typeof WordsFile.Type
