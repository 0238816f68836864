import { Option } from "effect"
import type { Draft, Hole } from "../../domain/Draft.ts"
import type { HoleJudge } from "../../drafts/placeholders/contactHoles.ts"
import type { ReadDraft } from "../../drafts/ReadDraft.ts"
import type { DraftVariants } from "../../drafts/readDrafts.ts"
import type { Conversation } from "../../engine/Conversation.ts"
import { type JudgeOptions, judgeConversation } from "../../engine/judgeConversation.ts"
import { maskMatch, revealMatch } from "../../engine/masking/maskMatch.ts"
import type { RuleSet } from "../../engine/rule/RuleSet.ts"
import { type MessageSpan, matchedRange, type Violation } from "../../engine/Violation.ts"
import type { Locale } from "../../locale/Locale.ts"
import { boundary } from "../../text/boundary.ts"
import { rememberTexts, templateLimits } from "../../text/rememberTexts.ts"
import { languageOf } from "../languageOf.ts"
import { safeRewrites } from "../safeRewrites.ts"
import type { DraftViolation } from "./DraftViolation.ts"
import { shownHole } from "./shownHole.ts"

/** How drafts are judged. */
export interface DraftJudgeOptions extends JudgeOptions {
  readonly ruleSet: RuleSet
  readonly region: string
  /** The language of suggestions for texts whose language is unknown. */
  readonly locale: Locale
  /** Whether matches are shown unmasked. */
  readonly reveal: boolean
  readonly holes: HoleJudge
}

/** Judges a text in all its variants, and returns each violation once, in the order of the text. Pure. */
export type DraftJudge = (variants: DraftVariants) => ReadonlyArray<DraftViolation>

/** The confidence that a placeholder named, for example, `phone` will be filled with a phone number. */
const holeConfidence = 0.8

/** Makes a judge of drafts, which caches work per rule set. */
export const makeDraftJudge = (options: DraftJudgeOptions): DraftJudge => {
  const { ruleSet, locale, region, ...judging } = options
  const violationsIn = rememberTexts(templateLimits, (text) =>
    judgeConversation(ruleSet, { messages: [{ sender: "PARTNER", text }], region }, judging)
  )
  const rewrites = safeRewrites(ruleSet)
  const severities = new Map(ruleSet.rules.map(({ id, severity }) => [String(id), { id, severity }]))
  return ({ drafts }) => {
    const unique = new Map<string, DraftViolation>()
    for (const draft of drafts) {
      const found = inWords(draft, violationsIn, options)
      const violations = [...found, ...inHoles(draft, options, severities, found)]
      if (violations.length === 0) continue
      const language = Option.getOrElse(languageIn(draft), () => locale)
      for (const violation of violations) {
        const spans = draft.locate(violation.start, violation.end)
        const [{ start }] = spans
        const key = `${violation.rule} ${violation.normalized} ${start.byte} ${spans.at(-1)?.end.byte}`
        if (unique.has(key)) continue
        unique.set(key, { ...violation, draft, spans, suggestion: rewrites(violation.rule, language) })
      }
    }
    return [...unique.values()].sort((one, other) => one.spans[0].start.byte - other.spans[0].start.byte)
  }
}

type FoundPart = Omit<DraftViolation, "draft" | "spans" | "suggestion">

const inWords = (
  draft: ReadDraft,
  violationsIn: (text: string) => ReadonlyArray<Violation>,
  { region, reveal }: DraftJudgeOptions
): ReadonlyArray<FoundPart> => {
  const violations = violationsIn(textBetween(draft, isNoWord))
  if (violations.length === 0) return []
  return violations.flatMap((violation) =>
    violation.spans
      .filter((span) => !isPieceOfNumber(draft, violation, span))
      .map((span): FoundPart => {
        const { conversation, violation: one } = surroundings(draft, violation, span, region)
        return {
          rule: violation.rule,
          severity: violation.severity,
          confidence: violation.confidence,
          kind: violation.kind,
          normalized: violation.normalized,
          start: span.start,
          end: span.end,
          matched: matchedRange(span),
          match: reveal ? revealMatch(one, conversation) : maskMatch(one, conversation)
        }
      })
  )
}

/** Text farther away than this does not affect how a finding is shown. In UTF-16 units. */
const farthest = 500

/**
 * A span of a violation with the original text around it, including placeholders. Limited, because showing thousands of
 * findings in one long text must not read all of it for each.
 */
const surroundings = (
  { text }: Draft,
  violation: Violation,
  { message, start, end }: MessageSpan,
  region: string
): { readonly conversation: Conversation; readonly violation: Violation } => {
  const from = Math.max(0, start - farthest)
  const near = text.slice(from, end + farthest)
  return {
    conversation: { messages: [{ sender: "PARTNER", text: near }], region },
    violation: { ...violation, spans: [{ message, start: start - from, end: end - from }] }
  }
}

/** Tries the text with all placeholders blanked out first, because their names are often in another language. */
const languageIn = (draft: Draft): Option.Option<Locale> =>
  Option.orElse(languageOf(textBetween(draft, () => true)), () => languageOf(textBetween(draft, isNoWord)))

const isNoWord = ({ mayBeWords }: Hole): boolean => mayBeWords !== true

/** Replaces the selected holes by boundaries, keeping the length of the text. */
const textBetween = ({ text, holes }: Draft, isMeant: (hole: Hole) => boolean): string => {
  if (holes.length === 0) return text
  let known = ""
  let position = 0
  for (const hole of holes) {
    if (!isMeant(hole)) continue
    const { start, end } = hole
    known += text.slice(position, start) + boundary.repeat(end - start)
    position = end
  }
  return known + text.slice(position)
}

const isDigit = (character: string): boolean => /^\p{Nd}$/u.test(character)

/** `8{x}9261234567`: digits on both sides of a hole are parts of a number that is not known yet. */
const isPieceOfNumber = ({ text, holes }: Draft, { kind }: Violation, { start, end }: MessageSpan): boolean =>
  (kind === "phone" || kind === "card") &&
  holes.some(
    (hole) =>
      (hole.end === start && !hole.mayBeWords && isDigit(text.charAt(hole.start - 1))) ||
      (hole.start === end && !hole.mayBeWords && isDigit(text.charAt(hole.end)))
  )

const inHoles = (
  draft: ReadDraft,
  { holes, minConfidence, region, reveal }: DraftJudgeOptions,
  rules: ReadonlyMap<string, Pick<DraftViolation, "severity"> & { readonly id: DraftViolation["rule"] }>,
  inWords: ReadonlyArray<FoundPart>
): Array<FoundPart> =>
  draft.holes.flatMap((hole) => {
    const rule = rules.get(holes(draft, hole) ?? "")
    if (rule === undefined || minConfidence > holeConfidence) return []
    const { start, end, name, mayBeWords } = hole
    // The words of the hole itself may already be a violation.
    if (mayBeWords && inWords.some((one) => one.rule === rule.id && one.start < end && one.end > start)) return []
    const written = draft.text.slice(start, end).replace(/\s+/g, " ")
    const found: FoundPart = {
      rule: rule.id,
      severity: rule.severity,
      confidence: holeConfidence,
      kind: "hole",
      normalized: name.toLowerCase(),
      start,
      end,
      match: reveal ? written : shownHole(written, region)
    }
    return [found]
  })
