import { createServer, type Server } from "node:http"
import { Data, Effect, FiberSet, type Scope } from "effect"
import { makeMarket } from "./makeMarket.ts"
import { makeSandboxLog, type SandboxLog } from "./SandboxLog.ts"
import type { SandboxOptions } from "./SandboxOptions.ts"

/** The port could not be opened. */
export class SandboxNotStarted extends Data.TaggedError("SandboxNotStarted")<{ readonly message: string }> {}

/** A marketplace that is running. */
export interface Sandbox {
  /** What to put in the place of https://api.partner.market.yandex.ru. */
  readonly baseUrl: string
  readonly port: number
  readonly log: SandboxLog
}

const address = "127.0.0.1"

/** Longer than any pause of a client: a connection that we closed just as a request came would be a fault unasked for. */
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
 * Starts a marketplace with the shapes, the paging and the limits of the Market API's chat methods, on this machine only; it
 * ends with the scope. Plain node:http, because faults need the socket.
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
