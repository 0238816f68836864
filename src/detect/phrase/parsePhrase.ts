import { Either } from "effect"
import { fold } from "../../text/fold.ts"
import { tokenize } from "../../text/tokenize.ts"
import { type ContactKind, contactKinds } from "../ContactKind.ts"
import { alternatives, type Phrase, type Reach } from "./Phrase.ts"
import { withPictographs } from "./pictographs.ts"

/** A mistake in a phrase; `position` is a UTF-16 offset. */
export interface PhraseProblem {
  readonly problem:
    | "word-expected"
    | "bracket-not-closed"
    | "bracket-not-opened"
    | "unknown-list"
    | "unknown-contact"
    | "gap-too-long"
    | "gap-at-edge"
    | "star-alone"
    | "too-deep"
    | "pair-of-three"
  readonly position: number
  /** The part of the phrase concerned, e.g. the name of a list. */
  readonly subject: string
}

/** The words on both sides of a longer gap are unrelated. */
export const longestGap = 12

/** The maximum nesting of brackets; deeper phrases are unreadable. */
const deepestNesting = 8

/** Returns the parsed entries of a word list. */
export type WordLists = (name: string) => ReadonlyArray<Phrase> | undefined

/**
 * Reads a phrase:
 *
 *     пришлите          this word (ё is е, case does not matter)
 *     телефон*          any word that begins so: "телефончик", "telefon*" for "telefonunuzu"
 *     *йте              any word that ends so: "киньте" and "гляньте" for "*ньте"
 *     (ваш|свой номер)  one of these
 *     [пожалуйста]      this or nothing
 *     <contact>         one of the entries of the word list contact.yaml
 *     {phone}           a contact that stands in the text: phone, link, email, card, handle ("@shop_msk"),
 *                       account ("shop_msk", "kbd#1234" or a handle)
 *     .4                up to 4 words of any kind, with no comma, colon, dash or bracket between
 *     ..4               up to 4 words of any kind within the sentence
 *     ...4              up to 4 words of any kind, which may cross the ends of sentences
 *     A ~4 B            A and B in either order, up to 4 words of any kind between them, within the sentence
 *     ^ and $           the first and the last word of a sentence
 *     ,                 a comma, colon, dash or bracket follows, or the sentence ends
 *     ?                 a question mark follows
 *     ☎                 this sign (one of `pictographs`)
 *
 * Commas, hyphens and other marks between adjacent words of a message do not matter. Chinese is written without blanks
 * ("加微信"): each of its characters is a word, and a gap counts characters.
 */
export const parsePhrase = (
  text: string,
  lists: WordLists,
  { sounds = false }: PhraseOptions = {}
): Either.Either<Phrase, PhraseProblem> => {
  const reader: Reader = { text, lists, sounds, position: 0, problem: undefined }
  const phrase = readAlternatives(reader, 0)
  if (reader.problem === undefined) {
    if (reader.position < text.length)
      refuse(reader, "bracket-not-opened", reader.position, text.charAt(reader.position))
    else if (gapAtEdge(phrase)) refuse(reader, "gap-at-edge", 0, text)
    else if (canBeNothing(phrase)) refuse(reader, "word-expected", 0, text)
  }
  return reader.problem === undefined ? Either.right(phrase) : Either.left(reader.problem)
}

/** How to match the words of a phrase. */
export interface PhraseOptions {
  /** Whether to match Russian and Kazakh words also in phonetic misspellings and transliterations. */
  readonly sounds?: boolean
}

interface Reader {
  readonly text: string
  readonly lists: WordLists
  readonly sounds: boolean
  position: number
  /** The first mistake; anything parsed after it is discarded. */
  problem: PhraseProblem | undefined
}

/** A placeholder for a part that could not be parsed. */
const nothing: Phrase = { kind: "sequence", parts: [] }

const refuse = (reader: Reader, problem: PhraseProblem["problem"], position: number, subject: string): Phrase => {
  reader.problem ??= { problem, position, subject }
  reader.position = reader.text.length
  return nothing
}

const readAlternatives = (reader: Reader, depth: number): Phrase => {
  if (depth > deepestNesting) return refuse(reader, "too-deep", reader.position, reader.text)
  const first = readPair(reader, depth)
  if (reader.text.charCodeAt(reader.position) !== bar) return first
  const options = [first]
  while (reader.text.charCodeAt(reader.position) === bar) {
    reader.position += 1
    options.push(readPair(reader, depth))
  }
  return alternatives(options)
}

const bar = 0x7c

/** "A ~4 B": A, up to four words, B, or the reverse. */
const readPair = (reader: Reader, depth: number): Phrase => {
  const left = readSequence(reader, depth)
  if (reader.text.charAt(reader.position) !== "~") return left
  const gap = readGap(reader, /^(~)(\d*)/)
  const right = readSequence(reader, depth)
  if (reader.text.charAt(reader.position) === "~") {
    return refuse(reader, "pair-of-three", reader.position, reader.text.slice(reader.position))
  }
  return alternatives([
    { kind: "sequence", parts: [left, gap, right] },
    { kind: "sequence", parts: [right, gap, left] }
  ])
}

const readSequence = (reader: Reader, depth: number): Phrase => {
  const parts: Array<Phrase> = []
  const start = reader.position
  while (reader.position < reader.text.length) {
    const character = reader.text.charAt(reader.position)
    if (character === ")" || character === "]" || character === "|" || character === "~") break
    if (/\s/.test(character)) reader.position += 1
    else parts.push(readPart(reader, character, depth))
  }
  const [only] = parts
  if (only === undefined) return refuse(reader, "word-expected", start, reader.text)
  return parts.length === 1 ? only : { kind: "sequence", parts }
}

const readPart = (reader: Reader, character: string, depth: number): Phrase => {
  switch (character) {
    case "(":
      return readBracket(reader, ")", depth)
    case "[":
      return { kind: "optional", part: readBracket(reader, "]", depth) }
    case "<":
      return readList(reader)
    case "{":
      return readContact(reader)
    case "^":
      return readMark(reader, { kind: "sentenceStart" })
    case "$":
      return readMark(reader, { kind: "sentenceEnd" })
    case ",":
      return readMark(reader, { kind: "clauseEnd" })
    case "?":
      return readMark(reader, { kind: "question" })
    case ".":
      return readGap(reader, /^(\.{1,3})(\d+)/)
    case "*":
      return readEnding(reader)
    default:
      return readWord(reader)
  }
}

const readMark = (reader: Reader, mark: Phrase): Phrase => {
  reader.position += 1
  return mark
}

const readBracket = (reader: Reader, closing: string, depth: number): Phrase => {
  const start = reader.position
  reader.position += 1
  const inner = readAlternatives(reader, depth + 1)
  if (reader.text.charAt(reader.position) !== closing) {
    return refuse(reader, "bracket-not-closed", start, reader.text.charAt(start))
  }
  reader.position += 1
  return inner
}

const readList = (reader: Reader): Phrase => {
  const start = reader.position
  const end = reader.text.indexOf(">", start)
  if (end < 0) return refuse(reader, "bracket-not-closed", start, "<")
  const name = reader.text.slice(start + 1, end).trim()
  const options = reader.lists(name)
  if (options === undefined) return refuse(reader, "unknown-list", start, name)
  reader.position = end + 1
  return listed(options)
}

/** Every use of a word list yields the same phrase, so that anything derived from it is computed once. */
const listed = (options: ReadonlyArray<Phrase>): Phrase => {
  const phrase = lists.get(options) ?? alternatives(options)
  lists.set(options, phrase)
  return phrase
}

const lists = new WeakMap<ReadonlyArray<Phrase>, Phrase>()

const readContact = (reader: Reader): Phrase => {
  const start = reader.position
  const end = reader.text.indexOf("}", start)
  if (end < 0) return refuse(reader, "bracket-not-closed", start, "{")
  const name = reader.text.slice(start + 1, end).trim()
  const contact = contactKinds.find((kind): kind is ContactKind => kind === name)
  if (contact === undefined) return refuse(reader, "unknown-contact", start, name)
  reader.position = end + 1
  return { kind: "contact", contact }
}

const reaches: Readonly<Record<string, Reach>> = { ".": "clause", "..": "sentence", "...": "text", "~": "sentence" }

const readGap = (reader: Reader, form: RegExp): Phrase => {
  const written = form.exec(reader.text.slice(reader.position, reader.position + 8))
  if (written === null) return refuse(reader, "gap-at-edge", reader.position, reader.text)
  const most = Number(written[2])
  if (most < 1 || most > longestGap) return refuse(reader, "gap-too-long", reader.position, written[0])
  reader.position += written[0].length
  return { kind: "gap", most, reach: reaches[written[1] ?? ""] ?? "sentence" }
}

/** A word of letters that folding does not change. */
const plainWord = /(?:[a-z]+|[а-я]+)/y

const readWord = (reader: Reader): Phrase => {
  const start = reader.position
  plainWord.lastIndex = start
  const plain = plainWord.exec(reader.text)?.[0] ?? ""
  reader.position += plain.length
  if (plain !== "" && endsWord(reader)) return readStar(reader, [plain], start)
  while (!endsWord(reader)) reader.position += 1
  const written = reader.text.slice(start, reader.position)
  const folded = fold(written).text
  const words = withPictographs(tokenize(folded), folded).map(({ word }) => word)
  return readStar(reader, words, start)
}

/** "*йте": any word with this ending. */
const readEnding = (reader: Reader): Phrase => {
  const start = reader.position
  reader.position += 1
  if (endsWord(reader)) return refuse(reader, "star-alone", start, "*")
  const word = readWord(reader)
  if (word.kind !== "word" || word.literal.stem) return refuse(reader, "star-alone", start, reader.text.slice(start))
  return { kind: "word", literal: { text: word.literal.text, stem: false, ending: true } }
}

const endsWord = ({ text, position }: Reader): boolean =>
  position >= text.length || /[\s()[\]{}|<>^$?*~,]/.test(text.charAt(position)) || text.startsWith("..", position)

const readStar = (reader: Reader, words: ReadonlyArray<string>, start: number): Phrase => {
  const stem = reader.text.charAt(reader.position) === "*"
  const written = reader.text.slice(start, reader.position)
  if (stem) reader.position += 1
  const parts = words.map(
    (text, index): Phrase => ({
      kind: "word",
      literal: { text, stem: stem && index === words.length - 1, ...(reader.sounds ? { sounds: true } : {}) }
    })
  )
  const [only] = parts
  if (only === undefined) {
    return refuse(reader, stem ? "star-alone" : "word-expected", start, written || reader.text.charAt(start))
  }
  return parts.length === 1 ? only : { kind: "sequence", parts }
}

/** Whether the phrase may start or end with a gap, which would only widen the highlighted range. */
const gapAtEdge = (phrase: Phrase): boolean => {
  switch (phrase.kind) {
    case "gap":
      return true
    case "optional":
      return gapAtEdge(phrase.part)
    case "alternatives":
      return phrase.others.some(gapAtEdge)
    case "sequence": {
      const words = phrase.parts.filter((part) => !isMark(part))
      const [first] = words
      const last = words.at(-1)
      return (first !== undefined && gapAtEdge(first)) || (last !== undefined && gapAtEdge(last))
    }
    default:
      return false
  }
}

const isMark = (phrase: Phrase): boolean =>
  phrase.kind === "sentenceStart" ||
  phrase.kind === "sentenceEnd" ||
  phrase.kind === "clauseEnd" ||
  phrase.kind === "question"

/** Whether the phrase could match no words at all. */
const canBeNothing = (phrase: Phrase): boolean => {
  switch (phrase.kind) {
    case "word":
    case "contact":
      return false
    case "sequence":
      return phrase.parts.every(canBeNothing)
    case "alternatives":
      return phrase.others.some(canBeNothing)
    default:
      return true
  }
}
