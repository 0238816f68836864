import { applyBaseline, type SeenFiles } from "../../baseline/applyBaseline.ts"
import type { BaselineEntry } from "../../baseline/BaselineFile.ts"
import type { DraftFinding } from "../../domain/DraftFinding.ts"
import type { SuppressionNotice } from "../../domain/SuppressionNotice.ts"
import { commentSuppressions } from "../../suppressions/commentSuppressions.ts"
import { type PlacedSuppression, Suppressions } from "../../suppressions/Suppressions.ts"
import { type DraftFindingOptions, draftFindings, type JudgedFile } from "./draftFindings.ts"

/** The data for reviewing findings, in addition to the files. */
export interface DraftReviewOptions extends DraftFindingOptions {
  /** The day for which suppressions are evaluated: YYYY-MM-DD, in UTC. */
  readonly today: string
  /** The ids of the rules in use. */
  readonly knownRules: ReadonlySet<string>
  /** The suppressions of the configuration. */
  readonly suppressions: ReadonlyArray<PlacedSuppression>
  /** The entries of the baseline; empty without one. */
  readonly accepted: ReadonlyArray<BaselineEntry>
  /** Converts the path of a file to the form used in the baseline. */
  readonly baselinePathOf: (path: string) => string
}

/** The results for all files together. */
export interface ReviewedDrafts {
  /** In the order in which the files were added. */
  readonly findings: ReadonlyArray<DraftFinding>
  readonly suppressionNotices: ReadonlyArray<SuppressionNotice>
  /** Entries of the baseline that are still in use, and those that no longer occur. */
  readonly kept: ReadonlyArray<BaselineEntry>
  readonly fixed: ReadonlyArray<BaselineEntry>
}

/** Turns judged files into findings, one file after the other, and applies suppressions and the baseline. */
export class DraftReview {
  readonly #options: DraftReviewOptions
  readonly #configured: Suppressions
  readonly #findings: Array<DraftFinding> = []
  readonly #notices: Array<SuppressionNotice> = []
  readonly #paths: Array<string> = []

  constructor(options: DraftReviewOptions) {
    this.#options = options
    this.#configured = new Suppressions(options.suppressions, options.today, options.knownRules)
  }

  /** Adds a file, with or without findings. */
  add(judged: JudgedFile): void {
    const { path, text } = judged.file
    // Nothing in the unread part of a file is known to be fixed or unused.
    const { isWhole } = judged
    if (isWhole) this.#paths.push(path)
    const comments = commentSuppressions(path, judged.source.format, text)
    const inFile = new Suppressions(comments, this.#options.today, this.#options.knownRules)
    for (const placed of draftFindings(judged, this.#options)) {
      this.#findings.push(this.#configured.apply(inFile.apply(placed)).finding)
    }
    this.#notices.push(...inFile.notices(isWhole ? [path] : []))
  }

  /**
   * The results, once all files were added.
   *
   * @param isSelection whether only selected files were checked, as before a commit. A suppression of the configuration
   *   may then apply to a file that was not.
   */
  finish({ isSelection, ...seen }: Pick<SeenFiles, "exists"> & { readonly isSelection: boolean }): ReviewedDrafts {
    const { accepted, baselinePathOf } = this.#options
    const checked = new Set(this.#paths.map(baselinePathOf))
    const { findings, kept, fixed } = applyBaseline(this.#findings, accepted, ({ path }) => baselinePathOf(path), {
      ...seen,
      isChecked: (path) => checked.has(path)
    })
    return {
      findings,
      suppressionNotices: [...this.#notices, ...this.#configured.notices(isSelection ? [] : this.#paths)],
      kept,
      fixed
    }
  }
}
