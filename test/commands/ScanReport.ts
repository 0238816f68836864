import { Schema } from "effect"
import { BusinessCoverage } from "../../src/domain/Coverage.ts"
import { Finding } from "../../src/domain/Finding.ts"
import { Run } from "../../src/domain/Run.ts"

/** `chatlint/report@1`, as a program that reads it would check it. */
const ScanReport = Schema.parseJson(
  Schema.Struct({
    schema: Schema.Literal("chatlint/report@1"),
    run: Run,
    complete: Schema.Boolean,
    businesses: Schema.Array(BusinessCoverage),
    findings: Schema.Array(Finding)
  })
)
export type ScanReport = typeof ScanReport.Type

/** Reads the report that a scan wrote to standard output. */
export const readScanReport = Schema.decodeSync(ScanReport)

/** What makes two reports of one shop the same: everything but the run's own marks and the status. */
export const findingsOf = ({ findings }: ScanReport) =>
  findings
    .map(({ status, ...finding }) => finding)
    .toSorted((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0))
