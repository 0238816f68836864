import { applyBaseline, type SeenFiles } from "../../baseline/applyBaseline.ts"
import type { BaselineEntry } from "../../baseline/BaselineFile.ts"
import type { DraftFinding } from "../../domain/DraftFinding.ts"
import type { SuppressionNotice } from "../../domain/SuppressionNotice.ts"
import { commentSuppressions } from "../../suppressions/commentSuppressions.ts"
import { type PlacedSuppression, Suppressions } from "../../suppressions/Suppressions.ts"
import { type DraftFindingOptions, draftFindings, type JudgedFile } from "./draftFindings.ts"

/** What is known of findings beside the files. */
export interface DraftReviewOptions extends DraftFindingOptions {
  /** YYYY-MM-DD, in UTC: the day on which suppressions are to hold. */
  readonly today: string
  /** The ids of the rules that judge. */
  readonly knownRules: ReadonlySet<string>
  /** The suppressions of the configuration. */
  readonly suppressions: ReadonlyArray<PlacedSuppression>
  /** The entries of the baseline; none without one. */
  readonly accepted: ReadonlyArray<BaselineEntry>
  /** The path of a file as it stands in the baseline. */
  readonly baselinePathOf: (path: string) => string
}

/** What is to be reported of all files together. */
export interface ReviewedDrafts {
  /** In the order in which the files were added. */
  readonly findings: ReadonlyArray<DraftFinding>
  readonly suppressionNotices: ReadonlyArray<SuppressionNotice>
  /** Entries of the baseline that still count, and those that no longer occur. */
  readonly kept: ReadonlyArray<BaselineEntry>
  readonly fixed: ReadonlyArray<BaselineEntry>
}

/** Makes findings of judged files, one after the other, with what was suppressed or accepted of them. */
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

  /** Takes a file, whether anything was found in it or not. */
  add(judged: JudgedFile): void {
    const { path, text } = judged.file
    // Of what could not be read nobody knows whether it is fixed or unused.
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
   * What is to be said when all files have been taken.
   *
   * @param isSelection whether single files were picked out, as before a commit: a suppression of the configuration may
   *   then be meant for one that was not.
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
