import type { DraftFinding } from "../domain/DraftFinding.ts"
import type { BaselineEntry } from "./BaselineFile.ts"

/** What a run saw of the files that a baseline speaks of; paths as they stand in the baseline. */
export interface SeenFiles {
  /** Whether a file was checked to its end in this run. */
  readonly isChecked: (path: string) => boolean
  /** Whether a file is still there. */
  readonly exists: (path: string) => boolean
}

/** What became of the findings and of the entries of a baseline. */
export interface BaselineResult {
  /** In their order. */
  readonly findings: ReadonlyArray<DraftFinding>
  /** Entries that a finding of this run goes with, or whose file this run did not look at. */
  readonly kept: ReadonlyArray<BaselineEntry>
  /** Entries that no longer occur. */
  readonly fixed: ReadonlyArray<BaselineEntry>
}

/**
 * Finds the accepted ones among the findings. Each entry accepts one finding: of two equal ones beside one entry, one is
 * new. A finding goes with an entry of its own file first; then with one whose file was looked at and has it no longer,
 * or is gone: so a message may move to another file, and a copy of it is new.
 *
 * @param pathOf a finding's path as it stands in the baseline.
 */
export const applyBaseline = (
  findings: ReadonlyArray<DraftFinding>,
  entries: ReadonlyArray<BaselineEntry>,
  pathOf: (finding: DraftFinding) => string,
  { isChecked, exists }: SeenFiles
): BaselineResult => {
  const left = new Map<string, Array<BaselineEntry>>()
  for (const entry of entries) {
    const same = left.get(entry.id)
    if (same === undefined) left.set(entry.id, [entry])
    else same.push(entry)
  }
  const kept: Array<BaselineEntry> = []
  /** Takes an entry away, so that it accepts no other finding. */
  const takes = (finding: DraftFinding, isMeant: (entry: BaselineEntry) => boolean): boolean => {
    const same = left.get(finding.id) ?? []
    const index = same.findIndex(isMeant)
    // Where the message moved to another file the entry goes with it.
    if (index >= 0) kept.push(...same.splice(index, 1).map((entry) => ({ ...entry, path: pathOf(finding) })))
    return index >= 0
  }
  const accepted = new Set<DraftFinding>()
  for (const finding of findings) {
    const path = pathOf(finding)
    if (takes(finding, (entry) => entry.path === path)) accepted.add(finding)
  }
  const isFree = ({ path }: BaselineEntry): boolean => isChecked(path) || !exists(path)
  for (const finding of findings) {
    if (!accepted.has(finding) && takes(finding, isFree)) accepted.add(finding)
  }
  const rest = [...left.values()].flat()
  return {
    findings: findings.map((finding) => (accepted.has(finding) ? asAccepted(finding) : finding)),
    kept: [...kept, ...rest.filter((entry) => !isFree(entry))],
    fixed: rest.filter(isFree)
  }
}

/** Whoever suppressed it says why; a baseline says it only where nobody did. */
const asAccepted = (finding: DraftFinding): DraftFinding => ({
  ...finding,
  status: "unchanged",
  suppression: finding.suppression ?? { by: "baseline", reason: "" }
})
