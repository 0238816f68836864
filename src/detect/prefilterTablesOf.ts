import { type NumberLists, packLists } from "./NumberLists.ts"
import type { Phrase } from "./Phrase.ts"
import { type SignatureTables, signatureBits } from "./RequirementSignatures.ts"
import { furtherTriggersOf, type RequirementTables, triggersOf } from "./RequirementTables.ts"
import { requirementsOf } from "./requirementsOf.ts"
import type { VocabularyBuilder } from "./VocabularyBuilder.ts"

/** @param phrases all whose match in a message can matter to what is found. */
export const prefilterTablesOf = (phrases: ReadonlyArray<Phrase>, words: VocabularyBuilder): SignatureTables => {
  const requirements = requirementsOf(phrases, words)
  return {
    requirements,
    rarest: bitsByClass(requirements, triggersOf),
    further: bitsByClass(requirements, furtherTriggersOf)
  }
}

const bitsByClass = (
  requirements: RequirementTables,
  classesOf: (requirement: number, tables: RequirementTables) => ReadonlySet<number>
): NumberLists => {
  const bits: Array<Array<number> | undefined> = []
  for (const [index, requirement] of requirements.each.entries()) {
    const bit = index % signatureBits
    for (const wordClass of classesOf(requirement, requirements)) {
      const listed = bits[wordClass]
      if (listed === undefined) bits[wordClass] = [bit]
      else listed.push(bit)
    }
  }
  return packLists(bits)
}
