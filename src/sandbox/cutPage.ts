import type { PagePlace } from "./pageToken.ts"
import type { TokenHabit } from "./SandboxOptions.ts"

/** How `total` items are paged. */
export interface PagingOptions {
  readonly total: number
  readonly limit: number
  readonly repeatedAtBorders: number
  readonly emptyLastPage: boolean
  readonly token: TokenHabit | undefined
}

/** A page as a range of positions, `end` exclusive, and the place of the next page, if there is one. */
export interface Page {
  readonly start: number
  readonly end: number
  readonly next: PagePlace | undefined
}

const nextPlace = (options: PagingOptions, end: number, isEmpty: boolean, place: PagePlace): PagePlace | undefined => {
  const { total, limit } = options
  switch (options.token) {
    case "repeating":
      return place.turn === 0 ? { offset: end, turn: 1 } : place
    case "cycling":
      return place.turn === 0 ? { offset: end, turn: 1 } : { offset: place.offset, turn: place.turn === 1 ? 2 : 1 }
    case "endless":
      return { offset: end, turn: place.turn + 1 }
    case undefined:
      // Each page must contain at least one new item, or paging would never end.
      if (end < total) return { offset: end - Math.min(options.repeatedAtBorders, limit - 1), turn: 0 }
      return options.emptyLastPage && !isEmpty ? { offset: total, turn: 0 } : undefined
  }
}

export const cutPage = (options: PagingOptions, place: PagePlace | undefined): Page => {
  const from = place ?? { offset: 0, turn: 0 }
  const start = Math.min(from.offset, options.total)
  const end = Math.min(start + options.limit, options.total)
  return { start, end, next: nextPlace(options, end, start === end, from) }
}
