import { Array as Arrays, Option } from "effect"
import type { Draft } from "../domain/Draft.ts"
import type { DraftFinding } from "../domain/DraftFinding.ts"
import type { Conversation } from "../engine/Conversation.ts"
import { maskMatch, revealMatch } from "../engine/maskMatch.ts"
import type { RuleSet } from "../engine/RuleSet.ts"
import type { MessageSpan, Violation } from "../engine/Violation.ts"
import type { Locale } from "../locale/Locale.ts"
import { fold } from "../text/fold.ts"
import { tokenize } from "../text/tokenize.ts"
import { codeFrames } from "./codeFrames.ts"
import { draftFindingId, stableKey } from "./draftFindingId.ts"
import { languageOf } from "./languageOf.ts"
import { safeRewrites } from "./safeRewrites.ts"
import { shownKey } from "./shownKey.ts"

/** A draft and the rules that it breaks; the spans' message is 0. */
export interface JudgedDraft {
  readonly draft: Draft
  readonly violations: ReadonlyArray<Violation>
}

/** A file as it was read and judged. */
export interface JudgedFile {
  /** Its text, decoded, without a byte order mark. */
  readonly source: string
  /** All its drafts, in the order of the file. */
  readonly drafts: ReadonlyArray<JudgedDraft>
}

/** A finding and the draft that it stands in. */
export interface PlacedFinding {
  readonly finding: DraftFinding
  readonly draft: Draft
}

/** How findings are named and shown. */
export interface DraftFindingOptions {
  readonly ruleSet: RuleSet
  readonly region: string
  /** The language of suggestions for a text that has no language of its own. */
  readonly locale: Locale
  /** Whether contacts are shown as they were written. */
  readonly reveal: boolean
  /** The key of the findings' ids. */
  readonly identityKey: string
}

/** Makes the findings of a file from the violations of its drafts, all of them new and not suppressed; in the order of the file. */
export const makeDraftFindings = (
  options: DraftFindingOptions
): ((file: JudgedFile) => ReadonlyArray<PlacedFinding>) => {
  const { region, reveal, identityKey, locale } = options
  const suggestion = safeRewrites(options.ruleSet)
  return ({ source, drafts }) => {
    if (drafts.every(({ violations }) => violations.length === 0)) return []
    const frames = codeFrames(
      source,
      drafts.map(({ draft }) => draft),
      { region, reveal }
    )
    const occurrences = new Map<string, number>()
    const findingOf = (draft: Draft, violation: Violation, span: MessageSpan): PlacedFinding => {
      const conversation: Conversation = { messages: [{ sender: "PARTNER", text: draft.text }], region }
      const single: Violation = { ...violation, spans: [span] }
      const normalized = normalForm(violation, draft.text.slice(span.start, span.end))
      const same = JSON.stringify([violation.rule, stableKey(draft.key), normalized])
      const occurrence = occurrences.get(same) ?? 0
      occurrences.set(same, occurrence + 1)
      const spans = draft.locate(span.start, span.end)
      const language = Option.getOrElse(languageOf(draft.text), () => locale)
      const { rule, severity, confidence, kind } = violation
      return {
        draft,
        finding: {
          id: draftFindingId(identityKey, { rule, key: draft.key, normalized, occurrence }),
          rule,
          severity,
          confidence,
          status: "new",
          path: draft.path,
          key: reveal ? draft.key : shownKey(draft.key, region),
          spans,
          match: reveal ? revealMatch(single, conversation) : maskMatch(single, conversation),
          suggestion: suggestion(rule, language),
          frame: frames.frameOf(spans, kind !== "phrase")
        }
      }
    }
    return drafts.flatMap(({ draft, violations }) =>
      violations
        .flatMap((violation) => Arrays.map(violation.spans, (span) => ({ violation, span })))
        .toSorted((one, other) => one.span.start - other.span.start)
        .map(({ violation, span }) => findingOf(draft, violation, span))
    )
  }
}

/** What was found, however it was written; of words the words themselves, so that other words are another finding. */
const normalForm = ({ normalized }: Violation, written: string): string =>
  normalized !== ""
    ? normalized
    : tokenize(fold(written).text)
        .map(({ word }) => word)
        .join(" ")
