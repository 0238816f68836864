import type { FoldedText } from "../../text/FoldedText.ts"
import type { NumberRun } from "./NumberRun.ts"
import { digitCount, type NumberPiece, numberPieces } from "./numberPieces.ts"
import type { PhoneCandidate } from "./PhoneCandidate.ts"
import { makePhoneReader, type PhoneReader, readInternational, readNational, readTurkic } from "./PhoneReader.ts"
import { isHiddenPiece, phoneForm } from "./phoneForm.ts"
import { hasPhoneLayout, isCodeApart } from "./phoneLayout.ts"
import { spokenDigits } from "./spokenDigits.ts"

/** E.164 allows 15 digits; one more leaves room for a trunk prefix. */
const mostDigits = 16

/** Shorter numbers are local or service numbers; with a plus, the country's plan decides. */
const fewestDigits = 9
const fewestDigitsAfterPlus = 8

/**
 * The numbers among `runs` that libphonenumber considers valid, parsed for `region` (ISO 3166-1 alpha-2) if they have
 * no country code. `folded` is the text of the runs.
 */
export const phoneCandidates = (
  folded: FoldedText,
  runs: ReadonlyArray<NumberRun>,
  region: string
): ReadonlyArray<PhoneCandidate> => {
  const reader = makePhoneReader(folded, region)
  const found: Array<PhoneCandidate> = []
  for (const run of runs) {
    if (!isPartOfCode(folded.text, run)) collect(reader, run, found)
  }
  return found
}

/** The number formed by a whole run, in `region` or with a plus; undefined if it is none. */
export const phoneOfWhole = (folded: FoldedText, run: NumberRun, region: string): PhoneCandidate | undefined =>
  judge(makePhoneReader(folded, region), { run, from: 0, to: run.parts.length }, false)

const collect = (reader: PhoneReader, run: NumberRun, found: Array<PhoneCandidate>): void => {
  const { parts } = run
  if (digitCount(run, 0, parts.length) < fewestDigitsAfterPlus - 1) return
  const whole = parts.length <= mostDigits * 2 ? judge(reader, { run, from: 0, to: parts.length }, true) : undefined
  if (whole !== undefined && whole.form >= leastLikely) {
    found.push(whole)
    return
  }
  // "ул. Ленина 7, 8 846 207 94 31": a run that happens to be a valid number may contain the intended one.
  const within = piecesOf(reader, run)
  if (whole === undefined || within.some(({ form }) => form > whole.form)) found.push(...within)
  else found.push(whole)
}

/** A whole run below this likelihood gives way to a likelier part of it. */
const leastLikely = 0.5

const piecesOf = (reader: PhoneReader, run: NumberRun): ReadonlyArray<PhoneCandidate> => {
  const { parts } = run
  const found: Array<PhoneCandidate> = []
  let next = 0
  const pieces = numberPieces(run, mostDigits)
  let step = pieces.next()
  while (!step.done) {
    const piece = step.value
    collectLaidOut(reader, run, next, piece.from, found)
    next = Math.max(next, piece.from)
    const candidate = judge(reader, piece, false)
    if (candidate !== undefined) {
      found.push(candidate)
      next = piece.to
    }
    step = pieces.next(candidate !== undefined)
  }
  collectLaidOut(reader, run, next, parts.length, found)
  return found
}

/**
 * Where only blanks separate the parts, a number may have neighbours ("заказ 12345 8 926 123-45-67"). It is then
 * accepted only in an unmistakable layout: "ddd-dd-dd" at the end, or an area code in brackets.
 */
const collectLaidOut = (
  reader: PhoneReader,
  run: NumberRun,
  from: number,
  to: number,
  found: Array<PhoneCandidate>
): void => {
  let first = from
  while (first < to) {
    const taken = startsAfterBlank(reader.folded.text, run, first) ? longestLaidOut(reader, run, first, to) : undefined
    if (taken === undefined) first += 1
    else {
      found.push(taken.candidate)
      first = taken.next
    }
  }
}

const longestLaidOut = (
  reader: PhoneReader,
  run: NumberRun,
  first: number,
  to: number
): { readonly candidate: PhoneCandidate; readonly next: number } | undefined => {
  const { text } = reader.folded
  let digits = 0
  let longest: { readonly candidate: PhoneCandidate; readonly next: number } | undefined
  for (let last = first; last < to; last++) {
    const part = run.parts[last]
    if (part === undefined || part.numeral !== undefined || part.disguised) break
    if (last > first && run.gaps[last - 1]?.kind !== "tight") break
    digits += part.digits.length
    if (digits > mostDigits) break
    if (digits < fewestDigits || !endsBeforeBlank(text, run, last)) continue
    if (first === 0 && last === run.parts.length - 1) continue
    const piece = { run, from: first, to: last + 1 }
    if (!hasPhoneLayout(text, piece)) continue
    const candidate = judge(reader, piece, false)
    if (candidate !== undefined) longest = { candidate, next: last + 1 }
  }
  return longest
}

const startsAfterBlank = (text: string, run: NumberRun, index: number): boolean => {
  const previous = run.parts[index - 1]
  const part = run.parts[index]
  if (previous === undefined || part === undefined) return true
  return /^\s/.test(text.slice(previous.end, part.start))
}

const endsBeforeBlank = (text: string, run: NumberRun, index: number): boolean => {
  const next = run.parts[index + 1]
  const part = run.parts[index]
  if (next === undefined || part === undefined) return true
  return /[\s,;]/.test(text.slice(part.end, next.start))
}

/** @param whole whether the piece is the whole run, so that no other split is possible. */
const judge = (reader: PhoneReader, piece: NumberPiece, whole: boolean): PhoneCandidate | undefined => {
  const { run, from, to } = piece
  const plus = run.plus && from === 0
  for (const digits of spokenDigits(run, from, to)) {
    if (digits.length > mostDigits || digits.length < (plus ? fewestDigitsAfterPlus : fewestDigits)) continue
    const reading = plus
      ? readInternational(reader, digits)
      : (readNational(reader, digits, whole) ?? (isTurkic(piece) ? readTurkic(reader, digits) : undefined))
    if (reading === undefined) continue
    const form = isNumbered(reader.folded.text, run, from)
      ? Math.min(numberedForm, phoneForm(reader, piece, reading, digits, plus))
      : phoneForm(reader, piece, reading, digits, plus)
    const { start, end } = rangeOf(reader.folded.text, piece)
    const hidden = isHiddenPiece(reader.folded, piece)
    return { start, end, number: reading.phone.number, digits, form: whole ? form : Math.min(form, 0.95), hidden }
  }
  return undefined
}

/** Whether at least two number words are Turkic: "to'qson sakkiz, uch yuz o'n besh …". */
const isTurkic = ({ run, from, to }: NumberPiece): boolean =>
  run.parts.slice(from, to).filter(({ numeral }) => numeral?.language === "turkic").length > 1

/** Whether a number sign precedes: "чек № 89035551020" is no phone, unless words around it say so. */
const isNumbered = (text: string, run: NumberRun, from: number): boolean => {
  const start = run.parts[from]?.start ?? 0
  return (
    !run.plus && (text.charAt(start - 1) === "№" || (text.charAt(start - 2) === "№" && text.charAt(start - 1) === " "))
  )
}

const numberedForm = 0.4

const rangeOf = (text: string, { run, from, to }: NumberPiece): { readonly start: number; readonly end: number } => {
  const first = run.parts[from]?.start ?? run.start
  const last = run.parts[to - 1]?.end ?? run.end
  const opened = from > 0 && text.charAt(first - 1) === "(" && text.slice(first, last).includes(")")
  const opening = opened ? first - 1 : first
  const start = from === 0 ? run.start : opening
  // The bracket that was opened around the last part, as in "555-01-31 (код города 495)".
  const closes =
    text.charAt(last) === ")" && text.slice(start, last).lastIndexOf("(") > text.slice(start, last).lastIndexOf(")")
  return { start: codeWordStart(text, { run, from, to }, start), end: closes ? last + 1 : last }
}

/** Includes the word before a separate area code: "код 926, дальше 1234567". */
const codeWordStart = (text: string, { run, from, to }: NumberPiece, start: number): number => {
  let code = 0
  for (let index = from; index < to && (index === from || run.gaps[index - 1]?.kind === "tight"); index++) {
    code += run.parts[index]?.digits.length ?? 0
    if (run.parts[index]?.numeral === undefined) break
  }
  const apart = from > 0 ? run.gaps[from]?.kind !== "tight" : isCodeApart(run)
  if (to - from < 2 || code > 5 || !apart) return start
  const word =
    /(?:^|[^\p{L}])(код(?:\s+(?:города|оператора|региона|сети|страны))?|(?:area |country )?code)[\s:|—–-]{1,4}\(?$/u.exec(
      text.slice(Math.max(0, start - 24), start)
    )
  const name = word?.[1] ?? ""
  if (word === null || (code < 3 && !/страны|country/.test(name))) return start
  return start - (word[0].length - word[0].indexOf(name))
}

/**
 * Whether adjacent Latin letters, an underscore or a slash make the run part of a product code, a file name or a path
 * ("NOV-8916-5550", "x7_8926").
 */
const isPartOfCode = (text: string, run: NumberRun): boolean => {
  if (run.plus) return false
  const before = text.charAt(run.start - 1)
  const beforeThat = text.charAt(run.start - 2)
  const after = text.charAt(run.end)
  const afterThat = text.charAt(run.end + 1)
  return (
    isCodeCharacter(after) ||
    ((after === "-" || after === "/") && isCodeCharacter(afterThat)) ||
    before === "_" ||
    before === "#" ||
    ((before === "-" || before === "/") && isCodeCharacter(beforeThat)) ||
    (isCodeCharacter(before) && !hasCueBefore(text, run.start))
  )
}

const isCodeCharacter = (character: string): boolean => character === "_" || (character >= "a" && character <= "z")

/** Words written without a blank before a number ("tel89261234567"). */
const glued = ["tel", "phone", "whatsapp", "mob", "viber", "telefon"]

const hasCueBefore = (text: string, position: number): boolean => glued.some((cue) => text.endsWith(cue, position))
