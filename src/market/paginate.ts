import { Effect, Option, Schedule, Stream } from "effect"
import type { Page } from "./answers.ts"
import { EndlessPaging, type MarketError, type Operation } from "./MarketError.ts"
import { RecentIds } from "./RecentIds.ts"
import { retrySchedules } from "./retrySchedules.ts"

/** A busy chat may bring empty pages; so many in a row with nothing new are a circle. */
const fruitlessPages = 5

/** How many ids are remembered to drop what pages repeat. */
const remembered = 20_000

/** A page, and those of its items that did not come before. */
export interface FreshPage<Item, P extends Page<Item>> {
  readonly fresh: ReadonlyArray<Item>
  readonly page: P
}

/** What comes after a page: the next one's token (none for the first page), or the end of our patience. */
type Step = Option.Option<string> | EndlessPaging

/**
 * Reads pages until one names no next page, and drops what was seen before. The direction of paging, the order within
 * a page and repeats at page borders are the server's affair: the same items come out, each once.
 *
 * Pages without end fail with EndlessPaging, after the pages that were read have been handed on. A page token that
 * the server no longer knows starts the paging again from its first page, once.
 *
 * @param fetch asks for one page; none is the first.
 * @param keyOf tells items apart; two with one key are one.
 * @param maximumPages after so many pages the paging is held to be endless.
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

    // Not Stream.retry: it counts anew after each page that came, so a token that always goes bad would go on for ever.
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
