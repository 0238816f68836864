import { Effect, Option, Schedule, Stream } from "effect"
import type { Page } from "./answers.ts"
import { EndlessPaging, type MarketError, type Operation } from "./MarketError.ts"
import { RecentIds } from "./RecentIds.ts"
import { retrySchedules } from "./retrySchedules.ts"

/** A busy chat may return pages without new items, but this many in a row mean a loop. */
const fruitlessPages = 5

/** How many ids are remembered for dropping repeated items. */
const remembered = 20_000

/** A page, and those of its items that no earlier page had. */
export interface FreshPage<Item, P extends Page<Item>> {
  readonly fresh: ReadonlyArray<Item>
  readonly page: P
}

/** What to do next: fetch the page with this token (none for the first page), or fail. */
type Step = Option.Option<string> | EndlessPaging

/**
 * Reads pages until one names no next page, and drops items seen before. Each item is emitted once, whatever the
 * direction of paging, the order within a page and the repeats at page boundaries.
 *
 * Endless paging fails with EndlessPaging after the pages read so far have been emitted. When the server refuses a page
 * token that it issued, paging restarts from the first page, once.
 *
 * @param fetch requests one page; no token means the first.
 * @param keyOf identifies an item: items with equal keys are the same.
 * @param maximumPages paging counts as endless beyond this many pages.
 */
export const paginate = <Item, P extends Page<Item>>(options: {
  readonly operation: Operation
  readonly fetch: (token: Option.Option<string>) => Effect.Effect<P, MarketError>
  readonly keyOf: (item: Item) => string
  readonly maximumPages: number
}): Stream.Stream<FreshPage<Item, P>, MarketError> =>
  Stream.suspend(() => {
    const emitted = new RecentIds(remembered)

    const fromFirstPage = Stream.suspend(() => {
      const tokens = new Set<string>()
      const seen = new RecentIds(remembered)
      let pages = 0
      let fruitless = 0

      const stepTo = (token: string): Step => {
        const endless = (reason: EndlessPaging["reason"]) =>
          new EndlessPaging({ operation: options.operation, reason, pages })
        if (tokens.has(token)) return endless("token")
        if (fruitless >= fruitlessPages) return endless("empty")
        if (pages >= options.maximumPages) return endless("pages")
        tokens.add(token)
        return Option.some(token)
      }

      return Stream.paginateEffect<Step, FreshPage<Item, P>, MarketError, never>(Option.none(), (step) =>
        step instanceof EndlessPaging
          ? Effect.fail(step)
          : Effect.map(options.fetch(step), (page) => {
              pages += 1
              const isFruitful = page.items.filter((item) => seen.add(options.keyOf(item))).length > 0
              fruitless = isFruitful ? 0 : fruitless + 1
              const fresh = page.items.filter((item) => emitted.add(options.keyOf(item)))
              return [{ fresh, page }, Option.map(page.nextToken, stepTo)] as const
            })
      )
    })

    // Not Stream.retry: it resets its schedule after each page, so a token that is always refused would loop forever.
    return Stream.unwrap(
      Effect.map(Schedule.driver(retrySchedules.BadPageToken.schedule), (driver) => {
        const pagesFromFirst: Stream.Stream<FreshPage<Item, P>, MarketError> = Stream.catchAll(
          fromFirstPage,
          (error) =>
            retrySchedules[error._tag].repeats !== "paging"
              ? Stream.fail(error)
              : Stream.unwrap(
                  Effect.match(driver.next(error), {
                    onFailure: () => Stream.fail(error),
                    onSuccess: () => pagesFromFirst
                  })
                )
        )
        return pagesFromFirst
      })
    )
  })
