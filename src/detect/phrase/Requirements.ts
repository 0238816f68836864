import { ClassBits } from "./ClassBits.ts"
import { classOfRequirement, needsAll, type RequirementTables } from "./RequirementTables.ts"

/** So many questions are told apart by their numbers. */
const mostQuestions = 2 ** 30

/** Tells which requirements a text meets. Answers are kept until the next text: many phrases name the same word list, which is asked once. */
export class Requirements {
  private readonly tables: RequirementTables
  /** Of each requirement with parts, twice the question that was answered last, and 1 more where it was met. */
  private readonly answers: Int32Array
  private question = 0
  private classes = new ClassBits()

  constructor(tables: RequirementTables) {
    this.tables = tables
    this.answers = new Int32Array(tables.kinds.length)
  }

  /** Begins a text whose words are of these classes. */
  ask(classes: ClassBits): void {
    this.classes = classes
    this.question += 1
    if (this.question < mostQuestions) return
    this.answers.fill(0)
    this.question = 1
  }

  /** Whether the text asked about meets the requirement. */
  isMet(requirement: number): boolean {
    if (requirement < 0) return this.classes.has(classOfRequirement(requirement))
    const answer = this.answers[requirement] ?? 0
    if (answer >>> 1 === this.question) return (answer & 1) === 1
    const met = this.isAnswered(requirement)
    this.answers[requirement] = this.question * 2 + (met ? 1 : 0)
    return met
  }

  /** Any is met by the first that is met; all are not, by the first that is not. */
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

  /** Whether the rarest word that all of a requirement's parts need is not there: most alternatives of a list are ruled out so. */
  private isRuledOut(requirement: number): boolean {
    const { kinds, parts } = this.tables
    const first = requirement >= 0 && kinds[requirement] === needsAll ? (parts.starts[requirement] ?? 0) : -1
    const rarest = first < 0 ? 0 : (parts.numbers[first] ?? 0)
    return rarest < 0 && !this.classes.has(classOfRequirement(rarest))
  }
}
