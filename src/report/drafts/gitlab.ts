import { createHash } from "node:crypto"
import { type DraftFinding, isOpen } from "../../domain/DraftFinding.ts"
import { describeFinding } from "./describeFinding.ts"
import { jsonLine } from "./draftJson.ts"
import { makeFormat } from "./makeFormat.ts"

/** GitLab's severities are info, minor, major, critical and blocker. */
const severities = { error: "critical", warning: "minor", info: "info" } as const

/** Includes the path, because equal messages in two files have one id and GitLab shows one entry per fingerprint. */
const fingerprint = (...parts: ReadonlyArray<string>): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32)

/**
 * GitLab's code quality report for merge requests (https://docs.gitlab.com/ci/testing/code_quality/). GitLab itself
 * compares two reports; accepted and suppressed findings are left out.
 */
export const gitlab = makeFormat("gitlab", function* (report, options) {
  const seen = new Map<string, number>()
  // Ids that differ in each run would make every finding look new, so the fingerprint is made of the displayed values.
  const fingerprintOf = ({ id, path, rule, key, match }: DraftFinding): string => {
    if (report.stableIds) return fingerprint(id, path)
    const shown = fingerprint(rule, path, key, match)
    const before = seen.get(shown) ?? 0
    seen.set(shown, before + 1)
    return before === 0 ? shown : fingerprint(shown, String(before))
  }
  const entries = [
    ...report.findings.filter(isOpen).map((finding) => ({
      description: describeFinding(finding, options),
      check_name: finding.rule,
      fingerprint: fingerprintOf(finding),
      severity: severities[finding.severity],
      location: {
        path: finding.path,
        lines: { begin: finding.spans[0].start.line, end: finding.spans[0].end.line }
      }
    })),
    ...report.notChecked.map(({ path, line = 1, reason, message }) => ({
      description: message,
      check_name: "not-checked",
      fingerprint: fingerprint("not-checked", path, reason, String(line)),
      severity: "blocker" as const,
      location: { path, lines: { begin: line, end: line } }
    }))
  ]
  yield "["
  for (const [index, entry] of entries.entries()) yield `${index === 0 ? "\n" : ",\n"}${jsonLine(entry)}`
  yield "\n]\n"
})
