import type { TextRange } from "../../text/FoldedText.ts"
import { originalRange } from "../../text/FoldedText.ts"
import { defaultRegion } from "../Conversation.ts"
import { leastConfidence } from "../message/Detection.ts"
import { detectNumbers } from "../message/detectNumbers.ts"
import { readMessage } from "../message/MessageReading.ts"
import type { CompiledRule } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { violationOf } from "../violationOf.ts"
import { contextBefore } from "./contextBefore.ts"
import { isExplained } from "./isExplained.ts"
import { barrier, JoinedText } from "./JoinedText.ts"
import type { FigureMatter } from "./NumberFragment.ts"
import { isLaidOut, type NumberPart } from "./NumberPart.ts"
import type { ShopMessage } from "./ShopMessage.ts"

/** The inputs for judging the parts of a number. */
export interface NumberMatter extends FigureMatter {
  readonly rule: CompiledRule
}

/** Parts of a number in the order of writing, from the shop's message `first` to its message `last`. */
export interface NumberChain {
  readonly parts: ReadonlyArray<NumberPart>
  readonly first: number
  readonly last: number
}

/** The minimum confidence of a number that is neither announced nor grouped like a phone. */
const sure = 0.7

/**
 * Number words may combine across messages ("девятьсот", "двадцать") or not ("двадцать", "семь семь ноль"): the parts
 * are first read as one line and, if that gives no number, as separate lines.
 */
const separators = [" ", "\n"]

/** "Артём Олегович К." In words. */
const longestPayee = 3

/**
 * The number formed by the parts in the order of writing, including all text between the first and the last of them.
 *
 * @param announced whether the words around them announce a number.
 */
export const judgeAsWritten = (matter: NumberMatter, chain: NumberChain, announced: boolean): Violation | undefined => {
  // The words before announced figures usually describe how they arrive, so they are used only if needed.
  for (const isLed of announced ? [false, true] : [true]) {
    for (const separator of separators) {
      const violation = judgeWith(separator, matter, chain, announced, isLed)
      if (violation !== undefined) return violation
    }
  }
  return undefined
}

/** The number formed by the parts in the given order, without the words between them. */
export const judgeInOrder = (
  matter: NumberMatter,
  parts: ReadonlyArray<NumberPart>,
  first: number
): Violation | undefined => {
  const joined = new JoinedText()
  contextBefore(joined, matter.talk, first)
  const places = parts.map(({ figures: { message }, fragment }, index) => {
    const range = originalRange(message.judgement.reading.folded, fragment.run)
    return joined.add(message.index, message.text, range, index === 0 ? barrier : " ")
  })
  return violationIn(joined, places, leastConfidence, matter)
}

const judgeWith = (
  separator: string,
  matter: NumberMatter,
  { parts, first, last }: NumberChain,
  announced: boolean,
  isLed: boolean
): Violation | undefined => {
  const opening = parts[0]
  const closing = parts.at(-1)
  if (opening === undefined || closing === undefined) return undefined
  const joined = new JoinedText()
  const explained = isExplained(matter.cues, matter.talk.shop, last)
  if (!explained) contextBefore(joined, matter.talk, first)
  const places = parts.map((part): TextRange => {
    const { message } = part.figures
    const range = originalRange(message.judgement.reading.folded, part.fragment.run)
    if (part === opening && isLed) joined.add(message.index, message.text, { start: 0, end: range.start }, barrier)
    const end = part === closing ? message.text.length : range.end
    const leading = isLed ? "" : barrier
    const before = part === opening ? leading : separator
    const whole = joined.add(message.index, message.text, { start: range.start, end }, before)
    return { start: whole.start, end: whole.start + range.end - range.start }
  })
  if (matter.rule.card !== undefined) addPayee(joined, matter.talk.shop[last + 1])
  return violationIn(joined, places, announced || explained || isLaidOut(parts) ? leastConfidence : sure, matter)
}

/** Adds the name of a card's holder, which may be in the message after the last figures. */
const addPayee = (joined: JoinedText, next: ShopMessage | undefined): void => {
  if (next === undefined || next.asked.length > 0 || next.judgement.phrases.text.tokens.length > longestPayee) return
  joined.add(next.index, next.text, { start: 0, end: next.text.length }, barrier)
}

/** The number from the first to the last of `places` in a joined text. */
const violationIn = (
  joined: JoinedText,
  places: ReadonlyArray<TextRange>,
  least: number,
  { rule, talk: { ruleSet, conversation } }: NumberMatter
): Violation | undefined => {
  const reading = readMessage(joined.text, conversation.region ?? defaultRegion)
  const begin = places[0]
  const end = places.at(-1)
  if (begin === undefined || end === undefined) return undefined
  const detections = detectNumbers(rule, ruleSet, reading, conversation)
  for (const detection of detections) {
    const range = originalRange(reading.folded, detection.range)
    if (range.start < begin.start || range.start >= begin.end || range.end <= end.start || range.end > end.end) continue
    const spans = joined.crossingSpansOf(range)
    if (spans === undefined || detection.confidence < least) continue
    return violationOf(rule, detection, spans)
  }
  return undefined
}
