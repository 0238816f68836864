import { reaches, type Severity } from "../domain/Rule.ts"
import type { CheckAnswer } from "./CheckAnswer.ts"

/** Counts what was said of the rows. */
export class CheckTally {
  readonly #failOn: Severity | "never"
  #judged = 0
  #failing = 0
  #unread = 0
  #ended = false

  /** @param failOn the least severity that counts as a failure. */
  constructor(failOn: Severity | "never") {
    this.#failOn = failOn
  }

  /** Counts a row that was judged. */
  judged({ findings }: CheckAnswer): void {
    this.#judged += 1
    const failOn = this.#failOn
    if (failOn !== "never" && findings.some(({ severity }) => reaches(severity, failOn))) this.#failing += 1
  }

  /** Counts a row that could not be read. */
  unread(): void {
    this.#unread += 1
  }

  /** Says that there are no more rows. */
  end(): void {
    this.#ended = true
  }

  /** Whether a row has a finding that reaches the threshold. */
  get hasFailures(): boolean {
    return this.#failing > 0
  }

  /** Whether the input came to its end without a single row. */
  get isEmpty(): boolean {
    return this.#ended && this.#judged + this.#unread === 0
  }

  /** Whether the rows came to their end, and each could be read. */
  get isComplete(): boolean {
    return this.#ended && this.#unread === 0
  }
}
