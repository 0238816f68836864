import type { Stream } from "effect"
import type { ChangedFinding, Changes } from "../../domain/Changes.ts"
import type { Run } from "../../domain/Run.ts"
import type { ReportOptions } from "../Report.ts"

/** The changes of findings between two runs. */
export interface ChangesReport<E> {
  /** The later run; `changes` names the earlier one. */
  readonly run: Run
  readonly changes: Changes
  /** Grouped by kind, in the order of `changeKinds`. */
  readonly findings: Stream.Stream<ChangedFinding, E>
}

/** A format for a report of changes. */
export interface ChangesFormat {
  readonly name: string
  readonly write: <E>(report: ChangesReport<E>, options: ReportOptions) => Stream.Stream<string, E>
}
