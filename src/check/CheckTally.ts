import { reaches, type Severity } from "../domain/Rule.ts"
import type { CheckAnswer } from "./CheckAnswer.ts"

/** Counts the answers to rows. */
export class CheckTally {
  readonly #failOn: Severity | "never"
  #judged = 0
  #failing = 0
  #unread = 0
  #ended = false

  /** @param failOn the lowest severity that counts as a failure. */
  constructor(failOn: Severity | "never") {
    this.#failOn = failOn
  }

  /** Counts a judged row. */
  judged({ findings }: CheckAnswer): void {
    this.#judged += 1
    const failOn = this.#failOn
    if (failOn !== "never" && findings.some(({ severity }) => reaches(severity, failOn))) this.#failing += 1
  }

  /** Counts a row that could not be read. */
  unread(): void {
    this.#unread += 1
  }

  /** Marks the end of the rows. */
  end(): void {
    this.#ended = true
  }

  /** Whether a row has a finding that reaches the threshold. */
  get hasFailures(): boolean {
    return this.#failing > 0
  }

  /** Whether the input ended without any rows. */
  get isEmpty(): boolean {
    return this.#ended && this.#judged + this.#unread === 0
  }

  /** Whether the input ended and every row could be read. */
  get isComplete(): boolean {
    return this.#ended && this.#unread === 0
  }
}
