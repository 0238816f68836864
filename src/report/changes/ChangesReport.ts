import type { Stream } from "effect"
import type { ChangedFinding, Changes } from "../../domain/Changes.ts"
import type { Run } from "../../domain/Run.ts"
import type { ReportOptions } from "../Report.ts"

/** What became of the findings between two runs. */
export interface ChangesReport<E> {
  /** The later one; the earlier one is named in `changes`. */
  readonly run: Run
  readonly changes: Changes
  /** Kind by kind, in the order of `changeKinds`. */
  readonly findings: Stream.Stream<ChangedFinding, E>
}

/** One way of writing it. */
export interface ChangesFormat {
  readonly name: string
  readonly write: <E>(report: ChangesReport<E>, options: ReportOptions) => Stream.Stream<string, E>
}
