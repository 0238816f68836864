import { listAt, type NumberLists } from "./NumberLists.ts"

/**
 * The words that a text must contain, in any order, for phrases to match: plain values that can be stored in a file. A
 * requirement is a number. Negative ones require a word of a class (`classOfRequirement`); the others refer to lists of
 * parts. Requiring all of an empty list requires nothing.
 */
export interface RequirementTables {
  /** If one of these is met, a phrase of its group may match. None is trivial. */
  readonly each: Int32Array
  /** For each of these, the index of its group. */
  readonly groups: Int32Array
  /**
   * For each of these, 1 if one of its phrases may match across the ends of sentences; otherwise all words must be in
   * one sentence.
   */
  readonly crossing: Uint8Array
  /** The groups with a phrase that may match regardless of the words; they have no other requirements. */
  readonly always: ReadonlyArray<number>
  /** For each requirement with parts, 1 if all of them must be met and 0 if any suffices. */
  readonly kinds: Uint8Array
  /** If all parts must be met, the rarest comes first. */
  readonly parts: NumberLists
}

/** Converts between word classes and the requirements of a word of the class. */
export const requirementOfClass = (wordClass: number): number => -1 - wordClass
export const classOfRequirement = (requirement: number): number => -1 - requirement

export const needsAll = 1

/** Classes of which every text that meets the requirement contains at least one, chosen to be rare. */
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

/** For each demand of a requirement, the rarest first, the classes of which a text must contain one. */
export const demandsOf = (requirement: number, tables: RequirementTables): ReadonlyArray<ReadonlySet<number>> =>
  requirement >= 0 && tables.kinds[requirement] === needsAll
    ? listAt(tables.parts, requirement).map((part) => triggersOf(part, tables))
    : [triggersOf(requirement, tables)]
