import type { DraftFinding, Suppression } from "../domain/DraftFinding.ts"
import type { PlacedFinding } from "../domain/PlacedFinding.ts"
import type { SuppressionNotice, SuppressionProblem } from "../domain/SuppressionNotice.ts"
import type { WrittenSuppression } from "./WrittenSuppression.ts"

/** `once` covers a finding only if the suppression applies to no other finding of the message. */
export type Cover = "always" | "once" | "never"

/** A suppression, its position and its scope. */
export interface PlacedSuppression extends WrittenSuppression {
  readonly by: Exclude<Suppression["by"], "baseline">
  /** The path of the file that contains it, as shown. */
  readonly path: string
  /** From 1. */
  readonly line: number
  /** Whether it covers the finding, provided that the rule matches. */
  readonly covers: (finding: PlacedFinding) => Cover
  /** If set, the finding or its message must start in one of these lines; from 1, inclusive. */
  readonly lines?: { readonly first: number; readonly last: number }
  /** Whether it could apply to a finding in the file. Suppressions for unchecked files do not count as unused. */
  readonly concerns: (path: string) => boolean
}

interface Entry {
  readonly index: number
  readonly written: PlacedSuppression
  readonly problem: SuppressionProblem | undefined
  used: boolean
  /** The start positions of the messages in which it was applied. */
  readonly heldFor: Set<number>
  expired: boolean
}

/** The start of a message in its file, in bytes. */
const beginOf = ({ draft }: PlacedFinding): number => draft.locate(0, 0)[0].start.byte

/** Suppressions for more lines than this are indexed by rule only. */
const fewLines = 100

const placeName = (rule: string, line?: number): string => (line === undefined ? rule : `${rule}:${line}`)

const placesOf = ({ rule, lines }: PlacedSuppression): ReadonlyArray<string> =>
  lines === undefined || lines.last - lines.first >= fewLines
    ? [placeName(rule)]
    : Array.from({ length: lines.last - lines.first + 1 }, (_, index) => placeName(rule, lines.first + index))

/** The suppressions in force on a day; records which of them were applied. */
export class Suppressions {
  readonly #today: string
  readonly #entries: ReadonlyArray<Entry>
  /** The valid suppressions by rule or, if they cover few lines, by rule and line. */
  readonly #byPlace = new Map<string, Array<Entry>>()

  /**
   * @param today YYYY-MM-DD, in UTC.
   * @param knownRules the ids of the rules in use.
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
        const known = this.#byPlace.get(place)
        if (known === undefined) this.#byPlace.set(place, [entry])
        else known.push(entry)
      }
    }
  }

  /**
   * The suppressions that may cover a finding, in their order. Indexed, because a file may have as many as findings.
   */
  #candidates({ finding, draft }: PlacedFinding): ReadonlyArray<Entry> {
    const lines = new Set([finding.spans[0].start.line, draft.locate(0, 0)[0].start.line])
    const places = [placeName(finding.rule), ...[...lines].map((line) => placeName(finding.rule, line))]
    const found = new Set(places.flatMap((place) => this.#byPlace.get(place) ?? []))
    return [...found].sort((one, other) => one.index - other.index)
  }

  /** Applies the first suppression that covers the finding, unless it is already suppressed. */
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
   * The suppressions to be corrected, once all findings have been seen.
   *
   * @param paths the checked files.
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
