import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Undici from "@effect/platform-node/Undici"
import { Effect, Layer } from "effect"

/** 100 messages of maximum length, fully escaped, take about 3 MB; no legitimate answer exceeds this limit. */
export const maximumAnswer = 32 * 1024 * 1024

/** The scan's HTTP client: keeps connections alive, follows no redirects, and limits the size of answers. */
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
