import type { PlacedFinding } from "../check/drafts/draftFindings.ts"
import type { DraftFinding, Suppression } from "../domain/DraftFinding.ts"
import type { SuppressionNotice, SuppressionProblem } from "../domain/SuppressionNotice.ts"
import type { WrittenSuppression } from "./WrittenSuppression.ts"

/** A suppression, where it is written and what it is for. */
export interface PlacedSuppression extends WrittenSuppression {
  readonly by: Exclude<Suppression["by"], "baseline">
  /** Where it is written, as it is shown. */
  readonly path: string
  /** From 1. */
  readonly line: number
  /** Whether it is meant for that finding, if the rule is its own. */
  readonly covers: (finding: PlacedFinding) => boolean
  /** Whether it could be meant for a finding in that file; a suppression for files that were not checked is not unused. */
  readonly concerns: (path: string) => boolean
}

interface Entry {
  readonly written: PlacedSuppression
  readonly problem: SuppressionProblem | undefined
  used: boolean
  expired: boolean
}

/** Suppressions with the day on which they are to hold; remembers which of them held for something. */
export class Suppressions {
  readonly #today: string
  readonly #entries: ReadonlyArray<Entry>

  /**
   * @param today YYYY-MM-DD, in UTC.
   * @param knownRules the ids of the rules that judge.
   */
  constructor(written: ReadonlyArray<PlacedSuppression>, today: string, knownRules: ReadonlySet<string>) {
    this.#today = today
    this.#entries = written.map((one) => ({
      written: one,
      problem: one.problem ?? (knownRules.has(one.rule) ? undefined : "unknownRule"),
      used: false,
      expired: false
    }))
  }

  /** The finding with the first suppression that holds for it. One that is suppressed already stays so. */
  apply(placed: PlacedFinding): PlacedFinding {
    const { finding } = placed
    if (finding.suppression !== undefined) return placed
    let held: Entry | undefined
    for (const entry of this.#entries) {
      const { rule, until, covers } = entry.written
      if (entry.problem !== undefined || rule !== finding.rule || !covers(placed)) continue
      if (until !== undefined && until < this.#today) entry.expired = true
      else held ??= entry
    }
    if (held === undefined) return placed
    held.used = true
    const { by, reason, until } = held.written
    const suppression: Suppression = { by, reason, ...(until === undefined ? {} : { until }) }
    const suppressed: DraftFinding = { ...finding, suppression }
    return { ...placed, finding: suppressed }
  }

  /**
   * What is to be put right, when all findings have been seen.
   *
   * @param paths the files that were checked.
   */
  notices(paths: ReadonlyArray<string>): ReadonlyArray<SuppressionNotice> {
    return this.#entries.flatMap(({ written, problem, used, expired }): ReadonlyArray<SuppressionNotice> => {
      const { path, line, rule, until, concerns } = written
      const notice = (found: SuppressionProblem): ReadonlyArray<SuppressionNotice> => [
        { path, line, problem: found, rule, ...(until === undefined ? {} : { until }) }
      ]
      if (problem !== undefined) return notice(problem)
      if (used) return []
      if (expired) return notice("expired")
      return paths.some(concerns) ? notice("unused") : []
    })
  }
}
