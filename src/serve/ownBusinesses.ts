import { Clock, Duration, Effect, Option, Stream } from "effect"
import type { Settings } from "../config/Settings.ts"
import type { BusinessId } from "../domain/Business.ts"
import type { MarketAccess } from "../market/MarketAccess.ts"
import { MarketClient } from "../market/MarketClient.ts"
import type { MarketError } from "../market/MarketError.ts"

/** How long the list of businesses is valid before the marketplace is asked again, in milliseconds. */
const knownFor = Duration.toMillis("10 minutes")

/** The businesses that this server is responsible for. */
export interface OwnBusinesses {
  /** The credentials for a business; none if it is known not to be one of these. */
  readonly accessOf: (businessId: BusinessId) => Effect.Effect<Option.Option<MarketAccess>>
  /** Requests the list from the marketplace if no businesses are configured and the known list has expired. */
  readonly learn: Effect.Effect<void, MarketError>
}

/**
 * The configured businesses or, if there are none, those that the API key has access to. Only the marketplace knows
 * these, so until it has been asked, any business is assumed to be one of them.
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
        // An API key that may read chats may lack the permission to list shops.
        Effect.catchTag("Forbidden", "ScopeMissing", () => Effect.void)
      )
    }
  })
