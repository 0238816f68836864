import { Clock, Duration, Effect, Option, Stream } from "effect"
import type { Settings } from "../config/Settings.ts"
import type { BusinessId } from "../domain/Business.ts"
import type { MarketAccess } from "../market/MarketAccess.ts"
import { MarketClient } from "../market/MarketClient.ts"
import type { MarketError } from "../market/MarketError.ts"

/** After so long the marketplace is asked again which businesses the key reaches. */
const knownFor = Duration.toMillis("10 minutes")

/** Which businesses are the server's. */
export interface OwnBusinesses {
  /** What proves to the marketplace who asks for a business; none for one that is known not to be ours. */
  readonly accessOf: (businessId: BusinessId) => Effect.Effect<Option.Option<MarketAccess>>
  /** Asks the marketplace which are ours, where none was named and it was not asked lately. */
  readonly learn: Effect.Effect<void, MarketError>
}

/**
 * The businesses that were named; where none was, those that the key reaches. The marketplace alone knows which they
 * are, so that until it has been asked each may be one of them.
 */
export const ownBusinesses = ({
  businesses,
  access
}: Pick<Settings, "businesses" | "access">): Effect.Effect<OwnBusinesses, never, MarketClient> =>
  Effect.gen(function* () {
    const client = yield* MarketClient
    const named = new Map(businesses.map((business) => [business.businessId, business.access]))
    if (named.size > 0 || Option.isNone(access)) {
      return { accessOf: (id) => Effect.succeed(Option.fromNullable(named.get(id))), learn: Effect.void }
    }
    let reached: { readonly ids: ReadonlySet<BusinessId>; readonly until: number } | undefined
    const lately = Effect.map(Clock.currentTimeMillis, (now) => (reached && now < reached.until ? reached : undefined))
    return {
      accessOf: (id) => Effect.map(lately, (known) => Option.filter(access, () => known?.ids.has(id) ?? true)),
      learn: Effect.gen(function* () {
        if ((yield* lately) !== undefined) return
        const pages = yield* Stream.runCollect(client.businesses(access.value))
        const ids = new Set([...pages].flatMap((page) => page.ids))
        reached = { ids, until: (yield* Clock.currentTimeMillis) + knownFor }
      }).pipe(
        // A key that may read chats need not be one that may list shops.
        Effect.catchTag("Forbidden", "ScopeMissing", () => Effect.void)
      )
    }
  })
