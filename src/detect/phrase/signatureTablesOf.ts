import { packLists } from "./NumberLists.ts"
import type { Phrase } from "./Phrase.ts"
import type { DemandTables, SignatureTables } from "./RequirementSignatures.ts"
import { demandsOf } from "./RequirementTables.ts"
import { requirementsOf } from "./requirementsOf.ts"
import type { VocabularyBuilder } from "./VocabularyBuilder.ts"

/** The number of demands per requirement used in signatures, the rarest ones: further ones are met by most texts. */
const mostDemands = 3

export const signatureTablesOf = (
  groups: ReadonlyArray<ReadonlyArray<Phrase>>,
  words: VocabularyBuilder
): SignatureTables => {
  const requirements = requirementsOf(groups, words)
  const demands = [...requirements.each].map((requirement) => demandsOf(requirement, requirements))
  return {
    requirements,
    demands: Array.from({ length: mostDemands }, (_, order) => demandTablesOf(demands.map((of) => of[order])))
  }
}

/** @param demands for each requirement, the classes of which a text must contain one. */
const demandTablesOf = (demands: ReadonlyArray<ReadonlySet<number> | undefined>): DemandTables => {
  const byClass: Array<Array<number> | undefined> = []
  const none: Array<number> = []
  for (const [index, classes] of demands.entries()) {
    if (classes === undefined) none.push(index)
    for (const wordClass of classes ?? []) {
      const listed = byClass[wordClass]
      if (listed === undefined) byClass[wordClass] = [index]
      else listed.push(index)
    }
  }
  return { byClass: packLists(byClass), none }
}
