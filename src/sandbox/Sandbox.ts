import { createServer, type Server } from "node:http"
import { Data, Effect, FiberSet, type Scope } from "effect"
import { makeMarket } from "./makeMarket.ts"
import { makeSandboxLog, type SandboxLog } from "./SandboxLog.ts"
import type { SandboxOptions } from "./SandboxOptions.ts"

/** The port could not be opened. */
export class SandboxNotStarted extends Data.TaggedError("SandboxNotStarted")<{ readonly message: string }> {}

/** A running marketplace. */
export interface Sandbox {
  /** The address to use instead of https://api.partner.market.yandex.ru. */
  readonly baseUrl: string
  readonly port: number
  readonly log: SandboxLog
}

const address = "127.0.0.1"

/** Longer than any pause of a client: closing a connection just as a request arrives would be an unintended fault. */
const keepAliveMilliseconds = 120_000

const listen = (server: Server, port: number): Effect.Effect<number, SandboxNotStarted> =>
  Effect.async((resume) => {
    server.once("error", (cause) => {
      resume(new SandboxNotStarted({ message: `The sandbox cannot listen on ${address}:${port}: ${cause.message}` }))
    })
    server.listen(port, address, () => {
      const bound = server.address()
      resume(Effect.succeed(bound === null || typeof bound === "string" ? port : bound.port))
    })
  })

const close = (server: Server): Effect.Effect<void> =>
  Effect.async((resume) => {
    server.close(() => resume(Effect.void))
    server.closeAllConnections()
  })

/**
 * Starts a local marketplace with the answers, paging and limits of the Market API's chat methods; it stops with the
 * scope. It uses node:http directly, because faults need access to the socket.
 */
export const startSandbox = (options: SandboxOptions): Effect.Effect<Sandbox, SandboxNotStarted, Scope.Scope> =>
  Effect.gen(function* () {
    const writer = makeSandboxLog(options.remember ?? "counters")
    const market = makeMarket(options, yield* Effect.clock, writer)
    const run = yield* FiberSet.makeRuntime<never>()
    const server = yield* Effect.acquireRelease(
      Effect.sync(() => createServer((request, response) => void run(market(request, response)))),
      close
    )
    server.keepAliveTimeout = keepAliveMilliseconds
    const port = yield* listen(server, options.port ?? 0)
    return { baseUrl: `http://${address}:${port}`, port, log: writer.log }
  })
