import { RuleId } from "../domain/Rule.ts"
import { foldedRanges, hideRanges } from "../engine/masking/hideRanges.ts"
import { maskMatch, revealMatch } from "../engine/masking/maskMatch.ts"
import { leastConfidence } from "../engine/message/Detection.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { Judgement } from "../engine/trace/judgementsOf.ts"
import type { TracedCandidate } from "../engine/trace/tracedCandidates.ts"
import type { TextTrace } from "../engine/trace/traceText.ts"
import type { Violation } from "../engine/Violation.ts"
import type { Locale } from "../locale/Locale.ts"
import type { TextRange } from "../text/FoldedText.ts"
import type { TerminalPage } from "./TerminalPage.ts"
import { traceTexts } from "./traceTexts.ts"

/** How to show a trace. */
export interface TraceView {
  readonly locale: Locale
  readonly minConfidence: number
  readonly reveal: boolean
}

/** A trace for people, which shows why a text was or was not reported. */
export const tracePage = (page: TerminalPage, trace: TextTrace, ruleSet: RuleSet, view: TraceView): string => {
  const { heading, item, lines } = page
  const { folded, contacts, judgements } = trace
  const say = (key: (typeof traceTexts.keys)[number]) => traceTexts(view.locale, key)
  const hidden: ReadonlyArray<TextRange> = view.reveal ? [] : contacts
  const hiddenFolded = foldedRanges(folded, hidden)
  const silent = ruleSet.rules.map(({ id }) => id).filter((id) => !judgements.some(({ rule }) => rule === id))
  return [
    lines("", [page.colors.bold, say("written")]),
    lines("  ", hideRanges(folded.original, hidden)),
    heading(say("folded")),
    lines(
      "  ",
      folded.text === folded.original.toLowerCase() ? say("unchanged") : hideRanges(folded.text, hiddenFolded)
    ),
    heading(say("words")),
    lines("  ", wordsLine(trace, hiddenFolded) || say("noWords")),
    heading(say("candidates")),
    ...(trace.candidates.length === 0 ? [lines("  ", say("noCandidates"))] : []),
    ...trace.candidates.map((candidate) => item("  ", "·", candidateLine(candidate, trace, view))),
    heading(say("judgements")),
    ...judgements.map((judgement) => judgementLines(page, judgement, trace, ruleSet, view)),
    ...(silent.length === 0 ? [] : [lines("  ", traceTexts(view.locale, "nothing", { rules: silent.join(", ") }))]),
    heading(trace.findings === 0 ? say("clean") : traceTexts(view.locale, "reported", { findings: trace.findings })),
    ...(view.reveal || contacts.length === 0 ? [] : [lines("", [page.colors.dim, say("masked")])])
  ].join("")
}

/** The words that phrases are matched against, with sentences separated and contacts masked. */
const wordsLine = ({ words }: TextTrace, hidden: ReadonlyArray<TextRange>): string => {
  let line = ""
  let sentence = words[0]?.sentence
  let next = 0
  let isHidden = false
  for (const token of words) {
    while ((hidden[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1
    const wasHidden = isHidden
    isHidden = (hidden[next]?.start ?? Number.POSITIVE_INFINITY) < token.end
    if (isHidden && wasHidden) continue
    const separator = line === "" ? "" : token.sentence === sentence ? " " : " / "
    sentence = token.sentence
    line += separator + (isHidden ? "•••" : token.word)
  }
  return line
}

/** Masking does not depend on the rule, and a candidate has none. */
const anyRule = { rule: RuleId.make("any"), severity: "info", confidence: 0 } as const

const shownMatch = (
  { kind, normalized, start, end }: TextRange & Pick<Violation, "kind" | "normalized">,
  { conversation }: TextTrace,
  { reveal }: TraceView
): string => {
  const violation: Violation = { ...anyRule, kind, normalized, spans: [{ message: 0, start, end }] }
  return reveal ? revealMatch(violation, conversation) : maskMatch(violation, conversation)
}

/** The fewest digits that are masked: fewer identify no number. */
const identifyingDigits = 7

const candidateLine = (candidate: TracedCandidate, trace: TextTrace, view: TraceView): string => {
  const { detector, normalized, form } = candidate
  const isMasked = !view.reveal && normalized.length >= identifyingDigits
  const match =
    detector === "digits"
      ? traceTexts(view.locale, "digits", {
          shown: isMasked ? `•••${normalized.slice(-2)}` : normalized,
          count: normalized.length
        })
      : shownMatch({ ...candidate, kind: detector }, trace, view)
  return traceTexts(view.locale, "candidate", { detector, match, form: form === undefined ? "none" : String(form) })
}

const judgementLines = (
  { colors, item, lines, mark }: TerminalPage,
  judgement: Judgement,
  trace: TextTrace,
  ruleSet: RuleSet,
  view: TraceView
): string => {
  const { confidence, cues, outcome, unaided } = judgement
  const { locale, minConfidence } = view
  const severity = ruleSet.rules.find(({ id }) => id === judgement.rule)?.severity ?? "info"
  const isKept = outcome === "kept"
  const { icon, paint } = isKept ? mark(severity) : { icon: "–", paint: colors.dim }
  const quoted = cues.map((words) => `«${words}»`).join(", ")
  const why = traceTexts(locale, `outcome.${outcome}`, {
    cues: quoted === "" ? "none" : quoted,
    least: String(leastConfidence),
    minimum: String(minConfidence)
  })
  const change =
    unaided === undefined
      ? ""
      : traceTexts(locale, confidence > unaided ? "raised" : "lowered", { unaided: String(unaided), cues: quoted })
  const match = shownMatch(judgement, trace, view)
  return (
    item(
      "  ",
      [paint, icon],
      traceTexts(locale, "judgement", { rule: judgement.rule, match, confidence: String(confidence) })
    ) +
    (change === "" ? "" : lines("    ", [colors.dim, change])) +
    lines("    ", [isKept ? paint : colors.dim, why])
  )
}
