import { digitCount } from "../../detect/number/numberPieces.ts"
import { originalRange, type TextRange } from "../../text/FoldedText.ts"
import { mergedRanges, spanOfBoth, touch } from "../../text/mergedRanges.ts"
import type { MessageReading } from "../message/MessageReading.ts"
import { nameRanges } from "./nameRanges.ts"

/** This many digits may be a phone number, a card or a document of the buyer. */
const fewestContactDigits = 7

/** This many digits may be part of a number that is split across messages. */
export const fewestPieceDigits = 2

/** "8*926*123" and "8 / 926 / 123" are treated as one number here: it is safer to hide too much. */
const widestSeparator = 3

/**
 * All ranges of a message that could be a contact or the buyer's name, regardless of the rules: candidates of all
 * detectors at any confidence, runs of at least `fewestDigits` digits, and the text around each @. Offsets into the
 * original text; sorted and not adjoining.
 */
export const contactRanges = (
  reading: MessageReading,
  customerName: string | undefined,
  fewestDigits: number = fewestContactDigits
): ReadonlyArray<TextRange> => {
  const { text } = reading.folded
  const { links, emails } = reading.addresses()
  const found: Array<TextRange> = [
    ...links,
    ...emails,
    ...reading.phones(),
    ...reading.cards(),
    ...spoken(reading, fewestDigits),
    ...digits(text, fewestDigits),
    ...aroundAt(text)
  ]
  if (customerName !== undefined) found.push(...nameRanges(text, customerName))
  return mergedRanges(
    found.map((range) => originalRange(reading.folded, widened(text, range))),
    spanOfBoth,
    touch
  )
}

/** Numbers in words or disguised, of any number of parts. */
const spoken = (reading: MessageReading, fewest: number): ReadonlyArray<TextRange> =>
  reading.numberRuns().filter((run) => digitCount(run, 0, run.parts.length) >= fewest)

/**
 * Ranges from digit to digit with enough digits and at most three other characters, no letters, between two of them.
 */
const digits = (text: string, fewest: number): ReadonlyArray<TextRange> => {
  const found: Array<TextRange> = []
  let start = -1
  let end = -1
  let count = 0
  const close = () => {
    if (count >= fewest) found.push({ start, end })
    count = 0
  }
  for (let position = 0; position < text.length; position++) {
    const unit = text.charCodeAt(position)
    if (unit >= 0x30 && unit <= 0x39) {
      if (count === 0) start = position
      count += 1
      end = position + 1
    } else if (count > 0 && (position - end >= widestSeparator || isLetter(text.charAt(position)))) close()
  }
  close()
  return found
}

const isLetter = (character: string): boolean => character.toLowerCase() !== character.toUpperCase()

/** The words on both sides of every @, possibly separated by one blank ("ivan @ mail.ru", "tg: @ shop"). */
const aroundAt = (text: string): ReadonlyArray<TextRange> => {
  const found: Array<TextRange> = []
  let done = 0
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", Math.max(at + 1, done))) {
    const detached = isBlank(text.charAt(at + 1))
    let start = detached && isBlank(text.charAt(at - 1)) ? at - 1 : at
    while (start > done && !isBlank(text.charAt(start - 1))) start -= 1
    let end = detached ? at + 2 : at + 1
    while (end < text.length && !isBlank(text.charAt(end))) end += 1
    found.push({ start, end: Math.min(end, text.length) })
    done = end
  }
  return found
}

const isBlank = (character: string): boolean => /^\s$/.test(character)

/** Extends a contact by adjacent Latin letters, digits and signs: "shop_" before "msk.ru" belongs to it. */
const widened = (text: string, { start, end }: TextRange): TextRange => {
  let from = start
  while (from > 0 && isAddressCharacter(text.charCodeAt(from - 1))) from -= 1
  let to = end
  while (to < text.length && isAddressCharacter(text.charCodeAt(to))) to += 1
  // A full stop or hyphen at the end belongs to the sentence.
  while (to > end && !isLetterOrDigit(text.charCodeAt(to - 1))) to -= 1
  while (from < start && !isLetterOrDigit(text.charCodeAt(from)) && text.charAt(from) !== "+") from += 1
  return { start: from, end: to }
}

const isLetterOrDigit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f

/** Latin letters, digits and + - . / _. */
const isAddressCharacter = (unit: number): boolean =>
  isLetterOrDigit(unit) || unit === 0x2b || unit === 0x2d || unit === 0x2e || unit === 0x2f
