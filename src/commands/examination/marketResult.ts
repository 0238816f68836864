import { Duration, Effect, Layer, Stream } from "effect"
import type { Locale } from "../../locale/Locale.ts"
import { layerHttp } from "../../market/layerHttp.ts"
import type { MarketAccess } from "../../market/MarketAccess.ts"
import { MarketClient } from "../../market/MarketClient.ts"
import { BudgetLedger } from "../../market/RequestBudget.ts"
import type { CommandFailure } from "../CommandFailure.ts"
import { doctorTexts } from "../doctorTexts.ts"
import { ExitCode } from "../ExitCode.ts"
import { problem, type Result, well } from "./Result.ts"

/** The maximum wait, shorter than that of a scan, because a person is waiting. */
const patience = Duration.seconds(20)

/** The few requests made here need not be accounted for in later scans. */
const forgetful = Layer.succeed(BudgetLedger, { load: () => Effect.succeedNone, save: () => Effect.void })

/** Checks that the marketplace answers the requests of a scan with these credentials. */
export const marketResult = (access: MarketAccess, locale: Locale): Effect.Effect<Result, CommandFailure> =>
  Effect.gen(function* () {
    const client = yield* MarketClient
    const ids = [...(yield* Stream.runCollect(client.businesses(access)))].flatMap((reached) => reached.ids)
    // Every key may list shops; only a request for chats shows whether it may read them.
    const [first] = ids
    if (first !== undefined) yield* (yield* client.open(access, first, 1)).probe
    return well(doctorTexts(locale, "market", { url: access.baseUrl, businesses: ids.length }))
  }).pipe(
    Effect.timeoutTo({
      duration: patience,
      onSuccess: (result) => result,
      onTimeout: () =>
        problem(
          doctorTexts(locale, "marketSilent", { url: access.baseUrl, seconds: Duration.toSeconds(patience) }),
          ExitCode.incomplete
        )
    }),
    Effect.provide(Layer.merge(Layer.provide(MarketClient.Default, layerHttp), forgetful))
  )
