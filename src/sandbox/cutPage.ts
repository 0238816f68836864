import type { PagePlace } from "./pageToken.ts"
import type { TokenHabit } from "./SandboxOptions.ts"

/** How to page through `total` items. */
export interface PagingOptions {
  readonly total: number
  readonly limit: number
  readonly repeatedAtBorders: number
  readonly emptyLastPage: boolean
  readonly token: TokenHabit | undefined
}

/** A page as a range of positions, `end` exclusive, and where the next one begins, if there is a next one. */
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
      // At least one new item a page, or the paging would never get on.
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
