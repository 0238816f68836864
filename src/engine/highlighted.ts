import { Array as Arrays } from "effect"
import { foldedRange, originalRange } from "../text/FoldedText.ts"
import { joinSpans } from "./joinSpans.ts"
import { makeHighlighter } from "./makeHighlighter.ts"
import type { MessageJudgement } from "./message/judgeMessage.ts"
import type { Highlight } from "./rule/RuleFile.ts"
import type { RuleSet } from "./rule/RuleSet.ts"
import type { MessageSpan, Violation } from "./Violation.ts"

/**
 * The violations with spans extended as a reviewer would mark them, if their rules ask for more than the matched words.
 * The matched ranges are kept.
 *
 * @param judgements the judgements of the messages, by index.
 */
export const highlighted = (
  violations: ReadonlyArray<Violation>,
  ruleSet: RuleSet,
  judgements: ReadonlyArray<MessageJudgement | undefined>
): ReadonlyArray<Violation> => {
  if (violations.length === 0) return violations
  const highlights = new Map(ruleSet.rules.map(({ id, file }) => [id, file.highlight]))
  return violations.map((violation) => {
    const highlight =
      violation.kind === "phrase" && violation.file === undefined ? highlights.get(violation.rule) : undefined
    return highlight === undefined
      ? violation
      : { ...violation, spans: joinSpans(highlightedSpans(violation.spans, highlight, judgements)) }
  })
}

const highlightedSpans = (
  spans: Violation["spans"],
  highlight: Highlight,
  judgements: ReadonlyArray<MessageJudgement | undefined>
): Violation["spans"] => {
  const highlighters = new Map<number, ReturnType<typeof makeHighlighter>>()
  return Arrays.map(spans, (span): MessageSpan => {
    const judgement = judgements[span.message]
    if (judgement === undefined) return span
    const { folded } = judgement.reading
    const highlighter = highlighters.get(span.message) ?? makeHighlighter(highlight, judgement.phrases)
    highlighters.set(span.message, highlighter)
    const shown = originalRange(folded, highlighter(foldedRange(folded, span)))
    return { message: span.message, ...shown, matched: { start: span.start, end: span.end } }
  })
}
