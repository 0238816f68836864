import { listAt, type NumberLists } from "./NumberLists.ts"

/**
 * What words texts must hold for phrases to match them, wherever they stand, as plain values, which a file can keep. A requirement is a number:
 * one below 0 demands a word of a class (`classOfRequirement`), any other the parts that are listed under it. All of no parts demands nothing.
 */
export interface RequirementTables {
  /** Each stands for itself: where one is met, a phrase of its group may match. None of them demands nothing. */
  readonly each: Int32Array
  /** Of each of these, the index of its group. */
  readonly groups: Int32Array
  /** Of each of these, 1 where a phrase that has it goes on over the ends of sentences; of any other, one sentence must hold all words. */
  readonly crossing: Uint8Array
  /** The groups with a phrase that may match whatever words a text holds; nothing else is asked for them. */
  readonly always: ReadonlyArray<number>
  /** Of each requirement with parts, 1 where all of them must be met and 0 where any will do. */
  readonly kinds: Uint8Array
  /** Of all that must be met, the rarest comes first. */
  readonly parts: NumberLists
}

/** A word of a class as a requirement, and the other way round. */
export const requirementOfClass = (wordClass: number): number => -1 - wordClass
export const classOfRequirement = (requirement: number): number => -1 - requirement

export const needsAll = 1

/** Classes of which one at least is in every text that meets the requirement, and as few texts as can be hold one. Each once. */
export const triggersOf = (requirement: number, tables: RequirementTables): ReadonlySet<number> => {
  const found = new Set<number>()
  const collect = (one: number): void => {
    if (one < 0) {
      found.add(classOfRequirement(one))
      return
    }
    const parts = listAt(tables.parts, one)
    for (const part of tables.kinds[one] === needsAll ? parts.slice(0, 1) : parts) collect(part)
  }
  collect(requirement)
  return found
}

/** For each of the demands that a requirement makes, the rarest first, the classes of which a text must hold one. */
export const demandsOf = (requirement: number, tables: RequirementTables): ReadonlyArray<ReadonlySet<number>> =>
  requirement >= 0 && tables.kinds[requirement] === needsAll
    ? listAt(tables.parts, requirement).map((part) => triggersOf(part, tables))
    : [triggersOf(requirement, tables)]
