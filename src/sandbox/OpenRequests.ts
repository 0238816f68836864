/** Counts the requests in progress. */
export interface OpenRequests {
  readonly all: () => number
  readonly of: (entity: string) => number
  /** Counts a request; returns an idempotent function that ends it. */
  readonly enter: (entity: string) => () => void
}

export const makeOpenRequests = (): OpenRequests => {
  const open = new Map<string, number>()
  let all = 0
  const change = (entity: string, by: 1 | -1): void => {
    all += by
    const count = (open.get(entity) ?? 0) + by
    if (count === 0) open.delete(entity)
    else open.set(entity, count)
  }
  return {
    all: () => all,
    of: (entity) => open.get(entity) ?? 0,
    enter: (entity) => {
      change(entity, 1)
      let isInside = true
      return () => {
        if (isInside) change(entity, -1)
        isInside = false
      }
    }
  }
}
