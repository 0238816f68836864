/** Of the threads that the steps of all trackers lead to, so many are remembered at a time: some ten megabytes. */
const mostThreads = 500_000

/**
 * What all trackers may remember together. There are hundreds, of which everyday texts keep a few busy: these need much room, the others
 * hardly any. When it is used up, all are to forget what they know and learn it again.
 */
class StepMemory {
  /** Another one when what was remembered before is to be forgotten. */
  generation = 0
  private threads = 0

  /** Takes room for a step to so many threads. */
  take(threads: number): void {
    this.threads += threads + 1
    if (this.threads <= mostThreads) return
    this.threads = 0
    this.generation += 1
  }
}

export const stepMemory = new StepMemory()
