import { Requirements } from "./Requirements.ts"
import { type RequirementTables, triggersOf } from "./RequirementTables.ts"
import type { WordClasses } from "./WordClasses.ts"

/** What any of some phrases needs. */
export class PhraseRequirements {
  private readonly isNothing: boolean
  private readonly requirements: Requirements
  /** By the classes of which a text must hold one: most texts hold none, and nothing more is asked of them. */
  private readonly byTrigger = new Map<number, Array<number>>()
  private readonly triggers: ReadonlyArray<number>

  constructor(tables: RequirementTables) {
    this.isNothing = tables.always.length > 0
    this.requirements = new Requirements(tables)
    for (const requirement of tables.each) {
      for (const wordClass of triggersOf(requirement, tables)) {
        const listed = this.byTrigger.get(wordClass)
        if (listed === undefined) this.byTrigger.set(wordClass, [requirement])
        else listed.push(requirement)
      }
    }
    this.triggers = [...this.byTrigger.keys()]
  }

  /** Whether words of such classes can make a phrase match. */
  metBy(classes: WordClasses): boolean {
    if (this.isNothing) return true
    this.requirements.ask(classes.bits)
    const isFew = this.triggers.length < classes.all.length
    for (const wordClass of isFew ? this.triggers : classes.all) {
      if (isFew && !classes.has(wordClass)) continue
      for (const requirement of this.byTrigger.get(wordClass) ?? none) {
        if (this.requirements.isMet(requirement)) return true
      }
    }
    return false
  }
}

const none: ReadonlyArray<number> = []
