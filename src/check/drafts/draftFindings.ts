import type { PlacedFinding } from "../../domain/PlacedFinding.ts"
import type { DraftSource, DraftVariants } from "../../drafts/readDrafts.ts"
import type { SourceFile } from "../../drafts/SourceFile.ts"
import { linksTo } from "../../engine/linksTo.ts"
import { fold } from "../../text/fold.ts"
import { tokenize } from "../../text/tokenize.ts"
import { codeFrames } from "./codeFrames.ts"
import type { DraftViolation } from "./DraftViolation.ts"
import { draftFindingId, stableKey } from "./draftFindingId.ts"
import { shownKey } from "./shownKey.ts"

/** A file that was read and judged. */
export interface JudgedFile {
  readonly file: SourceFile
  /** How it was read. */
  readonly source: DraftSource
  /** Whether all of it could be read. */
  readonly isWhole: boolean
  /** All its texts, with or without violations. */
  readonly variants: ReadonlyArray<DraftVariants>
  /** In the order of the file. */
  readonly violations: ReadonlyArray<DraftViolation>
}

/** How findings are identified and shown. */
export interface DraftFindingOptions {
  readonly region: string
  /** Whether contacts are shown unmasked. */
  readonly reveal: boolean
  /** Whether a report shows the surrounding lines; otherwise `frame` is empty. */
  readonly framed: boolean
  /** The key of finding ids. */
  readonly identityKey: string
}

/** The findings of a file, all new and unsuppressed, in the order of the file. */
export const draftFindings = (
  { file, variants, violations }: JudgedFile,
  { region, reveal, framed, identityKey }: DraftFindingOptions
): ReadonlyArray<PlacedFinding> => {
  if (violations.length === 0) return []
  const drafts = variants.flatMap((variant) => variant.drafts)
  const frames = codeFrames(file, drafts, { region, reveal })
  const occurrences = new Map<string, number>()
  return violations.map((violation): PlacedFinding => {
    const { draft, rule, spans } = violation
    const normalized = normalForm(violation)
    const same = JSON.stringify([rule, stableKey(draft.key), normalized])
    const occurrence = occurrences.get(same) ?? 0
    occurrences.set(same, occurrence + 1)
    return {
      draft,
      finding: {
        id: draftFindingId(identityKey, { rule, key: draft.key, normalized, occurrence }),
        rule,
        severity: violation.severity,
        confidence: violation.confidence,
        status: "new",
        path: draft.path,
        key: reveal ? draft.key : shownKey(draft.key, region),
        spans,
        match: violation.match,
        suggestion: violation.suggestion,
        frame: framed ? frames.frameOf(spans, violation.kind !== "phrase" && violation.kind !== "hole") : []
      }
    }
  })
}

/**
 * The normal form of a match. For a link, the host and the page, which may be somebody's account. For a phrase, the
 * words that were matched: other words make another finding, whatever else the span includes.
 */
const normalForm = ({ kind, normalized, draft, start, end, matched = { start, end } }: DraftViolation): string => {
  const written = draft.text.slice(matched.start, matched.end)
  if (kind === "link") {
    return [normalized, ...linksTo(normalized, written).flatMap(({ page }) => (page === "" ? [] : [page]))].join(" ")
  }
  if (normalized !== "") return normalized
  return tokenize(fold(written).text)
    .map(({ word }) => word)
    .join(" ")
}
