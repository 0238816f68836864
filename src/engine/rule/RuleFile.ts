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

/** The marketplace's words that a rule enforces, or the statement that no words of the marketplace demand it. */
const Clause = Schema.Struct({
  quote: optionally(Text),
  source: optionally(Schema.String.pipe(Schema.pattern(/^https:\/\/\S+$/)).annotations(expects("expected.source"))),
  /** When the quoted page was read. */
  date: optionally(Schema.String.pipe(Schema.pattern(/^\d{4}-\d{2}-\d{2}$/)).annotations(expects("expected.date"))),
  /** Why we watch for it although the marketplace's text does not name it. */
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

/** Phrases of one weight. */
const PhraseGroup = Schema.Struct({
  confidence: Confidence,
  match: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases")),
  /** A match is dropped where one of these shares a word with it ("не присылайте"). */
  exceptOverlapping: optionally(Phrases),
  /** A match is dropped where one of these holds its first or its last word ("номер заказа" and the words between do no harm). */
  exceptAtEnds: optionally(Phrases),
  /** A match is dropped where one of these stands in one of its sentences ("в личном кабинете"). */
  exceptInSentence: optionally(Phrases)
})
export type PhraseGroup = typeof PhraseGroup.Type

/** What says where in its number a piece stands, whenever it is written. */
const PiecePlaces = Schema.Struct({
  /** It begins the number ("начало", "впереди"). */
  first: optionally(Phrases),
  /** It stands before the piece that was written last ("перед ними"). */
  before: optionally(Phrases),
  /** It stands between the beginning and the end ("посередине"). */
  middle: optionally(Phrases),
  /** It ends the number ("последние"). */
  last: optionally(Phrases)
})
export type PiecePlaces = typeof PiecePlaces.Type

/** What tells whether figures are a number, and those that stand apart one. */
const ofPieces = {
  /** What says later in the talk that a number which was called something else is one ("это не артикул", "по нему звоните"). */
  explainedBy: optionally(Phrases),
  /** What tells the reader to put the figures of a message together ("запишите подряд без слов"). */
  assembledBy: optionally(Phrases),
  /** What tells the reader to read them from the end ("задом наперёд"). */
  reversedBy: optionally(Phrases),
  /** What says that a number comes in pieces ("ловите по одной", "продолжение"). */
  announcedBy: optionally(Phrases),
  /** What says where a piece stands, in its message or in the buyer's question ("а начало?"). */
  placedBy: optionally(PiecePlaces),
  /** What says that figures follow and not of what they are ("номер"). */
  introducedBy: optionally(Phrases),
  /** What says that figures are things of their own ("размеры", and of the buyer's question "сколько"). */
  partedBy: optionally(Phrases),
  /** What says so only of the figures beside it ("см", "дней", "р"). */
  measuredBy: optionally(Phrases)
}

/**
 * RE2 patterns of one weight, matched against the folded text: lower case, signs and digits in their plain form. A text
 * with disguised words is read without the disguise as well.
 */
const PatternGroup = Schema.Struct({
  confidence: Confidence,
  match: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.patterns"))
})
export type PatternGroup = typeof PatternGroup.Type

const PhoneDetector = Schema.Struct({
  /** What makes a number near it more likely a phone. */
  raisedBy: optionally(Phrases),
  /** What makes it less likely one ("заказ", "артикул"). */
  loweredBy: optionally(Phrases),
  /** What says near it that it is one, whatever it is called ("на самом деле это мой сотовый"). */
  revealedBy: optionally(Phrases),
  ...ofPieces
})

const LinkDetector = Schema.Struct({
  /** What makes a bare name near it more likely an address that the buyer is sent to ("на сайте"). */
  invitedBy: optionally(Phrases),
  /** What sends the buyer to search for a name whose dot is a blank ("гуглите пчёлкин ру"). */
  soughtBy: optionally(Phrases),
  /** The same of the buyer's question that the name answers ("где посмотреть?"). */
  askedBy: optionally(Phrases),
  /** Goods with a name on them, which is between quotes and has a capital then ("наклейка «DRIVE2.RU»"). */
  printedOn: optionally(Phrases),
  /** Names that merely look like a host ("asp.net"). */
  names: optionally(Phrases)
})

const EmailDetector = Schema.Struct({
  /** What makes a spelled address near it more likely one ("почта"). */
  raisedBy: optionally(Phrases)
})

const CardDetector = Schema.Struct({
  /** What makes a number near it more likely a bank card ("на карту"). */
  raisedBy: optionally(Phrases),
  /** What makes it less likely one ("полис", "трек"). */
  loweredBy: optionally(Phrases),
  ...ofPieces
})

/** What the shop answers, where only the buyer's words just before make it break the rule: a yes to "напишу вам в телеграм?". */
const ReplyGroup = Schema.Struct({
  confidence: Confidence,
  /** What the buyer proposes or asks. */
  to: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases")),
  /** A message of the buyer with one of these is not meant ("не буду писать в телеграм"). */
  exceptTo: optionally(Phrases),
  /** What the shop answers ("давайте"). */
  match: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases")),
  /** Whether a short answer is meant too that takes up a verb of the proposal ("запишу голосовое?", "запишите"). */
  echo: optionally(Schema.Boolean),
  /** Whether the proposal stays open while the shop asks back ("из какого вы города?", "из Уфы", "тогда 4300"). */
  staysOpen: optionally(Schema.Boolean),
  /** What the buyer says so that a proposal which the shop has just declined is open again ("ну пожалуйста"). */
  reopenedBy: optionally(Phrases),
  /** An answer with one of these is not meant ("только в этом чате"). */
  except: optionally(Phrases)
})
export type ReplyGroup = typeof ReplyGroup.Type

/** A word that points to what was named before, by the shop or by the buyer: "берите там" after "на озоне". */
const Referent = Schema.Struct({
  /** What is named. */
  named: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases")),
  /** What else the words may point to, if it is named later ("в карточке"), and what takes a name back ("нет телеграма"). */
  exceptNamed: optionally(Phrases),
  /** Whether what a message names first is meant, and not what it names last ("первый вариант лучше"). */
  first: optionally(Schema.Boolean),
  /** The words that point to it. */
  pointing: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases")),
  /** What the rule's phrases read in place of the words that point ("на озоне"). */
  reads: Text,
  /** What breaks the rule then, beside what the rule's phrases find: too loose for a text that names the thing itself. */
  match: optionally(Phrases),
  /** A message with one of these is not meant ("только в этом чате"). */
  except: optionally(Phrases)
})
export type Referent = typeof Referent.Type

/** Words that mean something else when what is said near shows it: "номер скиньте", "телефона?", "нет, тона". */
const DispelledWords = Schema.Struct({
  /** Words of what was found; any that the rule finds if it is absent. */
  said: optionally(Phrases),
  /** What is said near it by whomever, in one message or from one to the next ("телефона?" – "нет"). */
  by: optionally(Phrases),
  /** What the shop says near it itself ("Маркет вернёт сам"): from the buyer the same words may be a wish. */
  told: optionally(Phrases),
  /** What says near it that the words mean it after all ("нет, ваш"). */
  except: optionally(Phrases),
  /** Whether the buyer shows it too by answering with a number that nobody could dial ("номер подскажите" – "53298811"). */
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
  /** Contacts that only go on with a violation of the rule in a message before: words that hold one are a part of it. */
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
  // Cues of pieces are those of one kind of number: a rule with both could not tell whose piece it met.
  .pipe(Schema.filter(({ phone, card }) => phone === undefined || card === undefined))
  .annotations(expects("expected.oneNumberDetector"))

/** What a finding of phrases shows of the text. */
const Highlight = Schema.Struct({
  /** The words that matched, or the whole of the clauses that they stand in. */
  unit: Schema.Literal("words", "clause").annotations(expects("expected.highlightUnit")),
  /** Contacts that are no part of it at its edges: they are findings of their own. */
  without: optionally(Schema.Array(Schema.Literal(...contactKinds).annotations(expects("expected.contactKind"))))
})
export type Highlight = typeof Highlight.Type

/** What a rule lets pass. */
const Allow = Schema.Struct({
  /** "market.yandex.ru" with its sub-domains, or "yandex.ru/support/market": the pages of one host under a path. */
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
    /** The country whose numbers are written without a code, ISO 3166-1 alpha-2; RU if it is absent. */
    region: optionally(Schema.String.pipe(Schema.filter(isCountry)).annotations(expects("expected.region")))
  })
).annotations(expects("expected.example"))

const expectsExamples = expects("expected.examples", "problem.noExamples")

const Examples = Schema.propertySignature(
  Schema.Array(Example).pipe(Schema.minItems(1)).annotations(expectsExamples)
).annotations(expectsExamples)

/** A rule as a compliance officer writes it, one file a rule. */
export const RuleFile = Schema.Struct({
  id: RuleId.annotations(expects("expected.ruleId")),
  severity: Severity.annotations(expects("expected.severity")),
  clause: Clause,
  title: LocalizedText,
  explanation: LocalizedText,
  /** How to write it instead. */
  rewrites: Schema.Struct({ ru: Rewrites, en: Rewrites, zh: Rewrites }),
  detect: Detectors,
  /** The words that matched, if it is absent. */
  highlight: optionally(Highlight),
  allow: optionally(Allow),
  examples: Schema.propertySignature(Schema.Struct({ violates: Examples, complies: Examples })).annotations(
    expectsExamples
  )
})
export type RuleFile = typeof RuleFile.Type

/** A list of words and phrases that rules share; the file's name is its name. */
export const WordsFile = Schema.Struct({
  about: optionally(Text),
  /** Whether the words are also found misspelt by their sound or in Latin letters ("скинте намер", "napishite"). Russian and Kazakh lists only. */
  misspelt: optionally(Schema.Boolean),
  words: Schema.Array(Text).pipe(Schema.minItems(1)).annotations(expects("expected.phrases"))
})
export type WordsFile = typeof WordsFile.Type
