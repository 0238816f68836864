import type { DraftFinding, Suppression } from "../domain/DraftFinding.ts"
import type { PlacedFinding } from "../domain/PlacedFinding.ts"
import type { SuppressionNotice, SuppressionProblem } from "../domain/SuppressionNotice.ts"
import type { WrittenSuppression } from "./WrittenSuppression.ts"

/** `once` is for a finding of a message only if it holds for no other one of that message. */
export type Cover = "always" | "once" | "never"

/** A suppression, where it is written and what it is for. */
export interface PlacedSuppression extends WrittenSuppression {
  readonly by: Exclude<Suppression["by"], "baseline">
  /** Where it is written, as it is shown. */
  readonly path: string
  /** From 1. */
  readonly line: number
  /** Whether it is meant for that finding, if the rule is its own. */
  readonly covers: (finding: PlacedFinding) => Cover
  /** The lines in one of which the finding or its message begins, where it is meant for no other; from 1, both included. */
  readonly lines?: { readonly first: number; readonly last: number }
  /** Whether it could be meant for a finding in that file; a suppression for files that were not checked is not unused. */
  readonly concerns: (path: string) => boolean
}

interface Entry {
  readonly index: number
  readonly written: PlacedSuppression
  readonly problem: SuppressionProblem | undefined
  used: boolean
  /** Where the messages begin that it holds for something of. */
  readonly heldFor: Set<number>
  expired: boolean
}

/** Where a message begins in its file, in bytes. */
const beginOf = ({ draft }: PlacedFinding): number => draft.locate(0, 0)[0].start.byte

/** A suppression for more lines than this is looked at for every finding of its rule. */
const fewLines = 100

const placeName = (rule: string, line?: number): string => (line === undefined ? rule : `${rule}:${line}`)

const placesOf = ({ rule, lines }: PlacedSuppression): ReadonlyArray<string> =>
  lines === undefined || lines.last - lines.first >= fewLines
    ? [placeName(rule)]
    : Array.from({ length: lines.last - lines.first + 1 }, (_, index) => placeName(rule, lines.first + index))

/** Suppressions with the day on which they are to hold; remembers which of them held for something. */
export class Suppressions {
  readonly #today: string
  readonly #entries: ReadonlyArray<Entry>
  /** Those that can hold, by rule, and by line where they are for few lines. */
  readonly #byPlace = new Map<string, Array<Entry>>()

  /**
   * @param today YYYY-MM-DD, in UTC.
   * @param knownRules the ids of the rules that judge.
   */
  constructor(written: ReadonlyArray<PlacedSuppression>, today: string, knownRules: ReadonlySet<string>) {
    this.#today = today
    this.#entries = written.map((one, index) => ({
      index,
      written: one,
      problem: one.problem ?? (knownRules.has(one.rule) ? undefined : "unknownRule"),
      used: false,
      heldFor: new Set(),
      expired: false
    }))
    for (const entry of this.#entries) {
      if (entry.problem !== undefined) continue
      for (const place of placesOf(entry.written)) {
        const there = this.#byPlace.get(place)
        if (there === undefined) this.#byPlace.set(place, [entry])
        else there.push(entry)
      }
    }
  }

  /** The suppressions that may be meant for a finding, in their order: a file may hold as many as findings. */
  #candidates({ finding, draft }: PlacedFinding): ReadonlyArray<Entry> {
    const lines = new Set([finding.spans[0].start.line, draft.locate(0, 0)[0].start.line])
    const places = [placeName(finding.rule), ...[...lines].map((line) => placeName(finding.rule, line))]
    const found = new Set(places.flatMap((place) => this.#byPlace.get(place) ?? []))
    return [...found].sort((one, other) => one.index - other.index)
  }

  /** The finding with the first suppression that holds for it. One that is suppressed already stays so. */
  apply(placed: PlacedFinding): PlacedFinding {
    const { finding } = placed
    if (finding.suppression !== undefined) return placed
    let held: Entry | undefined
    for (const entry of this.#candidates(placed)) {
      const { until, covers } = entry.written
      const cover = covers(placed)
      if (cover === "never" || (cover === "once" && entry.heldFor.has(beginOf(placed)))) continue
      if (until !== undefined && until < this.#today) entry.expired = true
      else held ??= entry
    }
    if (held === undefined) return placed
    held.used = true
    held.heldFor.add(beginOf(placed))
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
