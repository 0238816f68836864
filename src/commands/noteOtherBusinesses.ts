import { Effect } from "effect"
import type { BusinessCoverage } from "../domain/Coverage.ts"
import type { Locale } from "../locale/Locale.ts"
import { RunHistory } from "../store/RunHistory.ts"
import type { StoreError } from "../store/StoreError.ts"
import { historyTexts } from "./historyTexts.ts"
import { StandardStreams } from "./StandardStreams.ts"

/** How many ids are listed. */
const mostNamed = 10

const named = (ids: ReadonlyArray<string>): string =>
  ids.slice(0, mostNamed).join(", ") + (ids.length > mostNamed ? ", …" : "")

/**
 * Reports on standard error that the database holds businesses that the run does not cover: otherwise a reader who
 * named none could believe that the run covers all.
 */
export const noteOtherBusinesses = (
  businesses: ReadonlyArray<Pick<BusinessCoverage, "businessId">>,
  locale: Locale
): Effect.Effect<void, StoreError, RunHistory | StandardStreams> =>
  Effect.gen(function* () {
    const seen = businesses.map(({ businessId }) => businessId)
    const others = (yield* (yield* RunHistory).businesses).filter((id) => !seen.includes(id))
    if (others.length === 0) return
    const line = historyTexts(locale, "otherBusinesses", { seen: named(seen), others: named(others) })
    yield* (yield* StandardStreams).note(line)
  })
