/** The maximum number of threads in all cached steps, about ten megabytes. */
const mostThreads = 500_000

/**
 * The cache budget shared by all trackers. There are hundreds, of which everyday texts keep a few busy and in need of
 * much space. When the budget is used up, all trackers clear their caches.
 */
class StepMemory {
  /** Changes when the caches have to be cleared. */
  generation = 0
  private threads = 0

  /** Reserves space for a step that leads to this many threads. */
  take(threads: number): void {
    this.threads += threads + 1
    if (this.threads <= mostThreads) return
    this.threads = 0
    this.generation += 1
  }
}

export const stepMemory = new StepMemory()
