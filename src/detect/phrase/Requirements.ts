import { ClassBits } from "./ClassBits.ts"
import { classOfRequirement, needsAll, type RequirementTables } from "./RequirementTables.ts"

/** The number of questions before the answers must be cleared. */
const mostQuestions = 2 ** 30

/** Checks which requirements a text meets. Answers are cached per text, because many phrases share a word list. */
export class Requirements {
  private readonly tables: RequirementTables
  /** For each requirement with parts, twice the last question answered, plus 1 if it was met. */
  private readonly answers: Int32Array
  private question = 0
  private classes = new ClassBits()

  constructor(tables: RequirementTables) {
    this.tables = tables
    this.answers = new Int32Array(tables.kinds.length)
  }

  /** Starts a text whose words have these classes. */
  ask(classes: ClassBits): void {
    this.classes = classes
    this.question += 1
    if (this.question < mostQuestions) return
    this.answers.fill(0)
    this.question = 1
  }

  /** Whether the current text meets the requirement. */
  isMet(requirement: number): boolean {
    if (requirement < 0) return this.classes.has(classOfRequirement(requirement))
    const answer = this.answers[requirement] ?? 0
    if (answer >>> 1 === this.question) return (answer & 1) === 1
    const met = this.isAnswered(requirement)
    this.answers[requirement] = this.question * 2 + (met ? 1 : 0)
    return met
  }

  /** Evaluates the parts up to the first decisive one. */
  private isAnswered(requirement: number): boolean {
    const { kinds, parts } = this.tables
    const decisive = kinds[requirement] !== needsAll
    const end = parts.starts[requirement + 1] ?? 0
    for (let index = parts.starts[requirement] ?? 0; index < end; index++) {
      const part = parts.numbers[index] ?? 0
      if ((this.isRuledOut(part) ? false : this.isMet(part)) === decisive) return decisive
    }
    return !decisive
  }

  /** Whether the rarest word required by all parts is missing, which rules out most alternatives of a list. */
  private isRuledOut(requirement: number): boolean {
    const { kinds, parts } = this.tables
    const first = requirement >= 0 && kinds[requirement] === needsAll ? (parts.starts[requirement] ?? 0) : -1
    const rarest = first < 0 ? 0 : (parts.numbers[first] ?? 0)
    return rarest < 0 && !this.classes.has(classOfRequirement(rarest))
  }
}
