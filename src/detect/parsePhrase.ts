import { Either } from "effect"
import { fold } from "../text/fold.ts"
import { tokenize } from "../text/tokenize.ts"
import type { Phrase } from "./Phrase.ts"

/** What is wrong with a phrase, and where: `position` is a UTF-16 offset into it. */
export interface PhraseProblem {
  readonly problem:
    | "word-expected"
    | "bracket-not-closed"
    | "bracket-not-opened"
    | "unknown-list"
    | "gap-too-long"
    | "gap-at-edge"
    | "star-alone"
    | "too-deep"
  readonly position: number
  /** The piece of the phrase that is meant, e.g. the name of the list. */
  readonly subject: string
}

/** A longer gap says nothing about the words on both sides of it. */
export const longestGap = 12

/** Brackets within brackets; enough for any phrase that a person can still read. */
const deepestNesting = 8

/** Finds a word list by its name, its entries parsed. */
export type WordLists = (name: string) => ReadonlyArray<Phrase> | undefined

/**
 * Reads a phrase:
 *
 *     пришлите          this word (ё is е, case does not matter)
 *     телефон*          any word that begins so
 *     (ваш|свой номер)  one of these
 *     [пожалуйста]      this or nothing
 *     <contact>         one of the entries of rules/words/contact.yaml
 *     ..4               up to 4 words of any kind within the sentence; ...4 may cross the ends of sentences
 *     ^ and $           the first and the last word of a sentence
 *     ?                 a question mark follows
 *
 * Commas, hyphens and other marks between the words of a message do not matter.
 */
export const parsePhrase = (text: string, lists: WordLists): Either.Either<Phrase, PhraseProblem> =>
  Either.gen(function* () {
    const reader: Reader = { text, lists, position: 0 }
    const phrase = yield* readAlternatives(reader, 0)
    if (reader.position < text.length) {
      return yield* problem("bracket-not-opened", reader.position, text.charAt(reader.position))
    }
    const edge = gapAtEdge(phrase)
    if (edge) return yield* problem("gap-at-edge", 0, text)
    if (canBeNothing(phrase)) return yield* problem("word-expected", 0, text)
    return phrase
  })

interface Reader {
  readonly text: string
  readonly lists: WordLists
  position: number
}

type Reading = Either.Either<Phrase, PhraseProblem>

const problem = (
  name: PhraseProblem["problem"],
  position: number,
  subject: string
): Either.Either<never, PhraseProblem> => Either.left({ problem: name, position, subject })

const readAlternatives = (reader: Reader, depth: number): Reading =>
  Either.gen(function* () {
    if (depth > deepestNesting) return yield* problem("too-deep", reader.position, reader.text)
    const options = [yield* readSequence(reader, depth)]
    while (reader.text.charAt(reader.position) === "|") {
      reader.position += 1
      options.push(yield* readSequence(reader, depth))
    }
    const [only] = options
    return only !== undefined && options.length === 1 ? only : { kind: "alternatives", options }
  })

const readSequence = (reader: Reader, depth: number): Reading =>
  Either.gen(function* () {
    const parts: Array<Phrase> = []
    const start = reader.position
    while (reader.position < reader.text.length) {
      const character = reader.text.charAt(reader.position)
      if (character === ")" || character === "]" || character === "|") break
      if (/\s/.test(character)) reader.position += 1
      else parts.push(yield* readPart(reader, character, depth))
    }
    if (parts.length === 0) return yield* problem("word-expected", start, reader.text)
    const [only] = parts
    return only !== undefined && parts.length === 1 ? only : { kind: "sequence", parts }
  })

const readPart = (reader: Reader, character: string, depth: number): Reading => {
  switch (character) {
    case "(":
      return readBracket(reader, ")", depth)
    case "[":
      return Either.map(readBracket(reader, "]", depth), (part): Phrase => ({ kind: "optional", part }))
    case "<":
      return readList(reader)
    case "^":
      return readMark(reader, { kind: "sentenceStart" })
    case "$":
      return readMark(reader, { kind: "sentenceEnd" })
    case "?":
      return readMark(reader, { kind: "question" })
    case ".":
      return readGap(reader)
    default:
      return readWord(reader)
  }
}

const readMark = (reader: Reader, mark: Phrase): Reading => {
  reader.position += 1
  return Either.right(mark)
}

const readBracket = (reader: Reader, closing: string, depth: number): Reading =>
  Either.gen(function* () {
    const start = reader.position
    reader.position += 1
    const inner = yield* readAlternatives(reader, depth + 1)
    if (reader.text.charAt(reader.position) !== closing) {
      return yield* problem("bracket-not-closed", start, reader.text.charAt(start))
    }
    reader.position += 1
    return inner
  })

const readList = (reader: Reader): Reading => {
  const start = reader.position
  const end = reader.text.indexOf(">", start)
  if (end < 0) return problem("bracket-not-closed", start, "<")
  const name = reader.text.slice(start + 1, end).trim()
  const options = reader.lists(name)
  if (options === undefined) return problem("unknown-list", start, name)
  reader.position = end + 1
  return Either.right({ kind: "alternatives", options })
}

const readGap = (reader: Reader): Reading => {
  const written = /^(\.{2,3})(\d+)/.exec(reader.text.slice(reader.position, reader.position + 8))
  if (written === null) return problem("gap-at-edge", reader.position, reader.text)
  const most = Number(written[2])
  if (most < 1 || most > longestGap) return problem("gap-too-long", reader.position, written[0])
  reader.position += written[0].length
  return Either.right({ kind: "gap", most, across: written[1] === "..." })
}

const readWord = (reader: Reader): Reading => {
  const start = reader.position
  while (reader.position < reader.text.length && !/[\s()[\]|<>^$?*]/.test(reader.text.charAt(reader.position))) {
    if (reader.text.startsWith("..", reader.position)) break
    reader.position += 1
  }
  const written = reader.text.slice(start, reader.position)
  const stem = reader.text.charAt(reader.position) === "*"
  if (stem) reader.position += 1
  const tokens = tokenize(fold(written).text)
  if (tokens.length === 0)
    return problem(stem ? "star-alone" : "word-expected", start, written || reader.text.charAt(start))
  const parts = tokens.map(
    (token, index): Phrase => ({
      kind: "word",
      literal: { text: token.word, stem: stem && index === tokens.length - 1 }
    })
  )
  const [only] = parts
  return Either.right(only !== undefined && parts.length === 1 ? only : { kind: "sequence", parts })
}

/** Whether the phrase may begin or end with a gap: such a gap would only widen what is highlighted. */
const gapAtEdge = (phrase: Phrase): boolean => {
  switch (phrase.kind) {
    case "gap":
      return true
    case "optional":
      return gapAtEdge(phrase.part)
    case "alternatives":
      return phrase.options.some(gapAtEdge)
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
  phrase.kind === "sentenceStart" || phrase.kind === "sentenceEnd" || phrase.kind === "question"

/** Whether the phrase could match without any word. */
const canBeNothing = (phrase: Phrase): boolean => {
  switch (phrase.kind) {
    case "word":
      return false
    case "sequence":
      return phrase.parts.every(canBeNothing)
    case "alternatives":
      return phrase.options.some(canBeNothing)
    default:
      return true
  }
}
