import { assembledRun, reversedRun, runsMeant } from "../../detect/number/assembledRuns.ts"
import type { NumberRun } from "../../detect/number/NumberRun.ts"
import { digitsIn } from "../../detect/number/numberPieces.ts"
import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"
import { rangeOfMatch } from "../../detect/phrase/rangeOfMatch.ts"
import type { TextRange } from "../../text/FoldedText.ts"
import type { CompiledPieceCues, RuleSet } from "../rule/RuleSet.ts"
import type { MessageReading } from "./MessageReading.ts"

/** More requests in one message are not about figures. */
const mostRequests = 3

/** Fewer assembled digits may be any number. */
export const fewestAssembled = 10

/**
 * Numbers that the reader is asked to assemble from separate figures: "Цена 8925, артикул 555, размер 03-64. Запишите
 * подряд". `read` parses the assembled figures.
 */
export const assembledNumbers = <Candidate extends TextRange>(
  { assembledBy, reversedBy }: CompiledPieceCues,
  ruleSet: RuleSet,
  reading: MessageReading,
  read: (run: NumberRun) => Candidate | undefined
): ReadonlyArray<Candidate> => {
  if (!reading.mayHoldNumbers) return []
  const runs = reading.numberRuns()
  const digits = digitsIn(runs)
  if (digits < fewestAssembled) return []
  const text = reading.tokens(ruleSet.vocabulary)
  const readings = (cues: ReadonlyArray<PhraseMatch>, turn: (run: NumberRun) => NumberRun) =>
    cues.slice(0, mostRequests).flatMap((cue) =>
      runsMeant(runs, rangeOfMatch(text.tokens, cue)).flatMap((meant) => {
        const run = assembledRun(meant)
        return run === undefined ? [] : [turn(run)]
      })
    )
  const meant = [
    // A number in one piece is judged by the words around it.
    ...readings(assembledBy.match(text), (run) => run).filter(isApart),
    ...readings(reversedBy.match(text), reversedRun)
  ]
  for (const run of meant) {
    const candidate = read(run)
    if (candidate !== undefined) return [candidate]
  }
  return []
}

/** A longer part is a complete number. */
const longestPart = 8

const isApart = ({ parts, gaps }: NumberRun): boolean =>
  gaps.some(({ kind }) => kind === "words") && parts.every(({ digits }) => digits.length <= longestPart)
