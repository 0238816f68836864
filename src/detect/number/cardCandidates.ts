import { type FoldedText, originalRange } from "../../text/FoldedText.ts"
import type { CardCandidate } from "./CardCandidate.ts"
import type { NumberRun } from "./NumberRun.ts"
import { digitCount, type NumberPiece, numberPieces } from "./numberPieces.ts"
import { spokenDigits } from "./spokenDigits.ts"

/** Card numbers have up to 19 digits (ISO/IEC 7812); those with 12 or fewer are no longer issued. */
const mostDigits = 19
const fewestDigits = 13

/** The card numbers among `runs`, in any notation. `folded` is the text of the runs. */
export const cardCandidates = (folded: FoldedText, runs: ReadonlyArray<NumberRun>): ReadonlyArray<CardCandidate> => {
  const found: Array<CardCandidate> = []
  for (const run of runs) {
    const { parts } = run
    if (run.plus || digitCount(run, 0, parts.length) < fewestDigits || isTiedToCode(folded.text, run)) continue
    const whole = parts.length <= mostDigits * 2 ? judge(folded, { run, from: 0, to: parts.length }) : undefined
    if (whole === undefined) collectParts(folded, run, found)
    else found.push(whole)
  }
  return found
}

/** The card number formed by a whole run; undefined if it is none. */
export const cardOfWhole = (folded: FoldedText, run: NumberRun): CardCandidate | undefined =>
  judge(folded, { run, from: 0, to: run.parts.length })

const collectParts = (folded: FoldedText, run: NumberRun, found: Array<CardCandidate>): void => {
  const pieces = numberPieces(run, mostDigits)
  let covered = 0
  let step = pieces.next()
  while (!step.done) {
    const candidate = judge(folded, step.value)
    if (candidate !== undefined) {
      found.push(candidate)
      covered = candidate.end
    }
    step = pieces.next(candidate !== undefined)
  }
  // Four groups of four among others: "5536 9138 0000 0412 09/28".
  for (let from = 0; from + 4 <= run.parts.length; from++) {
    const first = run.parts[from]
    if (first === undefined || first.start < covered || !isFourByFour(run, from)) continue
    if (run.parts[from - 1]?.digits.length === 4 || run.parts[from + 4]?.digits.length === 4) continue
    const candidate = judge(folded, { run, from, to: from + 4 })
    if (candidate === undefined) continue
    found.push(candidate)
    covered = candidate.end
  }
  found.sort((one, other) => one.start - other.start)
}

const isFourByFour = (run: NumberRun, from: number): boolean => {
  for (let index = from; index < from + 4; index++) {
    const part = run.parts[index]
    if (part === undefined || part.numeral !== undefined || part.digits.length !== 4) return false
  }
  return true
}

const judge = (folded: FoldedText, piece: NumberPiece): CardCandidate | undefined => {
  const { run, from, to } = piece
  for (const digits of spokenDigits(run, from, to)) {
    if (digits.length < fewestDigits || digits.length > mostDigits) continue
    if (!isIssued(digits) || !passesLuhn(digits)) continue
    const start = run.parts[from]?.start ?? run.start
    const end = run.parts[to - 1]?.end ?? run.end
    if (coordinates.test(folded.text.slice(start, end))) return undefined
    return { start, end, digits, form: formOf(folded, piece, digits) }
  }
  return undefined
}

/** Latitude and longitude: "55.916423, 37.758190". */
const coordinates = /^\d{1,2}\.\d{4,8}[,;]?\s?\d{1,3}\.\d{4,8}$/

const formOf = (folded: FoldedText, piece: NumberPiece, digits: string): number => {
  const { run, from, to } = piece
  const parts = run.parts.slice(from, to)
  if (parts.some(({ numeral }) => numeral !== undefined)) return digits.length >= 16 ? 0.9 : 0.6
  const common = digits.length === 16
  const long = digits.length > 16
  const inFours =
    parts.length > 3 && parts.every((part, index) => part.digits.length === 4 || index === parts.length - 1)
  if (inFours) return common || long ? 0.95 : 0.8
  if (parts.some(({ disguised }) => disguised)) return common ? 0.9 : 0.7
  if (parts.length > 1 && common) return 0.85
  if (parts.length > 1) return long ? 0.7 : 0.3
  if (!common) return long ? 0.45 : 0.25
  const { start, end } = originalRange(folded, { start: parts[0]?.start ?? 0, end: parts[0]?.end ?? 0 })
  const styled = end - start !== digits.length
  return styled ? 0.9 : 0.75
}

/** Whether a payment system issues such numbers (ISO/IEC 7812 ranges in use where the marketplace sells). */
const isIssued = (digits: string): boolean => {
  const { length } = digits
  const two = Number(digits.slice(0, 2))
  const four = Number(digits.slice(0, 4))
  // Mir, and BORICA after it.
  if (four >= 2200 && four <= 2205) return length >= 16
  if (digits.startsWith("4")) return length === 16 || length === 13 || length === 19
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16
  // Maestro, Discover and UnionPay, which also issues 81.
  if (two === 50 || (two >= 56 && two <= 69)) return length >= 16
  if (two === 81) return length === 16
  // JCB; American Express with 15 digits.
  if (four >= 3528 && four <= 3589) return length === 16
  if (two === 34 || two === 37) return length === 15
  // Troy, Uzcard, Humo, Belkart, Elcart, ArCa.
  return (
    (four === 9792 ||
      four === 8600 ||
      four === 5614 ||
      four === 9860 ||
      four === 9112 ||
      four === 9417 ||
      four === 9051) &&
    length === 16
  )
}

/** The Luhn check (ISO/IEC 7812-1, annex B). */
const passesLuhn = (digits: string): boolean => {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 0x30
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/**
 * Whether an adjacent Latin letter or underscore makes the run part of a code or file name ("RB4276550011223347CN").
 */
const isTiedToCode = (text: string, run: NumberRun): boolean => {
  const isCode = (character: string) => character === "_" || (character >= "a" && character <= "z")
  return isCode(text.charAt(run.start - 1)) || isCode(text.charAt(run.end))
}
