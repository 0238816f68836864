import type { DraftFinding } from "../domain/DraftFinding.ts"
import type { BaselineEntry } from "./BaselineFile.ts"

/** The state of the files named in a baseline; paths are as in the baseline. */
export interface SeenFiles {
  /** Whether this run checked the file completely. */
  readonly isChecked: (path: string) => boolean
  /** Whether the file still exists. */
  readonly exists: (path: string) => boolean
}

/** The result of applying a baseline. */
export interface BaselineResult {
  /** In their original order. */
  readonly findings: ReadonlyArray<DraftFinding>
  /** Entries that match a finding of this run, or whose file this run did not check. */
  readonly kept: ReadonlyArray<BaselineEntry>
  /** Entries that no longer occur. */
  readonly fixed: ReadonlyArray<BaselineEntry>
}

/**
 * Marks the accepted findings. Each entry accepts one finding: of two equal ones with a single entry, one is new. A
 * finding matches an entry of its own file first, and then one whose file was checked and no longer has it, or is gone:
 * so a message may move to another file, but a copy of it is new.
 *
 * @param pathOf a finding's path as in the baseline.
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
  /** Uses up an entry, so that it accepts no other finding. */
  const takes = (finding: DraftFinding, isMeant: (entry: BaselineEntry) => boolean): boolean => {
    const same = left.get(finding.id) ?? []
    const index = same.findIndex(isMeant)
    // If the message moved to another file, the entry moves with it.
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

/** An existing suppression is kept; its author gave a reason, the baseline has none. */
const asAccepted = (finding: DraftFinding): DraftFinding => ({
  ...finding,
  status: "unchanged",
  suppression: finding.suppression ?? { by: "baseline", reason: "" }
})
