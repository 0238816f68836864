import { Schema } from "effect"
import { BusinessCoverage } from "../../src/domain/Coverage.ts"
import { Finding } from "../../src/domain/Finding.ts"
import { Run } from "../../src/domain/Run.ts"

/** `chatlint/report@1`, as a reading program would check it. */
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

/** Decodes the report that a scan wrote to standard output. */
export const readScanReport = Schema.decodeSync(ScanReport)

/** The findings without their status, ordered by id: equal for two scans with the same key. */
export const findingsOf = ({ findings }: ScanReport) =>
  findings
    .map(({ status, ...finding }) => finding)
    .toSorted((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0))

/** The findings without their ids, which differ between databases, in the order of the report. */
export const keylessFindingsOf = ({ findings }: ScanReport) => findings.map(({ id, ...finding }) => finding)
