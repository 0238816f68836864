import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Undici from "@effect/platform-node/Undici"
import { Effect, Layer } from "effect"

/** An answer of 100 messages at their longest, in escapes, is about 3 MB; no honest one is larger than this. */
export const maximumAnswer = 32 * 1024 * 1024

/** HTTP as the scan needs it: connections are kept, redirections are not followed, and no answer fills the memory. */
export const layerHttp = NodeHttpClient.layerUndiciWithoutDispatcher.pipe(
  Layer.provide(
    Layer.scoped(
      NodeHttpClient.Dispatcher,
      Effect.acquireRelease(
        Effect.sync(() => new Undici.Agent({ maxResponseSize: maximumAnswer })),
        (agent) => Effect.promise(() => agent.destroy())
      )
    )
  )
)
