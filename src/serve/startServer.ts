import { createServer, type Server, STATUS_CODES } from "node:http"
import type { AddressInfo } from "node:net"
import type { Duplex } from "node:stream"
import type * as HttpApp from "@effect/platform/HttpApp"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { Duration, Effect, type Scope } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { ListenError } from "./ListenError.ts"
import { problemBody } from "./problemResponse.ts"
import { type ProblemCode, problemStatus, RequestProblem } from "./RequestProblem.ts"

/** Where and how the server listens. */
export interface ListenOptions {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  readonly locale: Locale
  /** How long open requests have when the server stops. */
  readonly grace: Duration.Duration
  /** Called first when the server stops. */
  readonly onStop: () => void
}

/** A client that opens a connection has so long to send its headers. */
const patienceForHeaders = Duration.seconds(10)

/** What has not arrived by then is cut off, also of a body that nobody reads. */
const patienceForRequest = Duration.seconds(60)

/** Longer than the usual minute of a proxy, so that it is the proxy that lets go of an idle connection. */
const keptAlive = Duration.seconds(65)

/** What Node's parser says of what it was sent. */
const codeOf = (error: NodeJS.ErrnoException): ProblemCode => {
  if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") return "RequestTooSlow"
  return error.code === "HPE_HEADER_OVERFLOW" ? "HeaderTooLarge" : "BadRequest"
}

/** Answers what is no request, in words like those of any other answer. */
const refuseConnection = (locale: Locale) => (error: NodeJS.ErrnoException, socket: Duplex) => {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy()
  const problem = new RequestProblem({ code: codeOf(error), limit: Duration.toSeconds(patienceForHeaders) })
  const status = problemStatus[problem.code]
  const body = JSON.stringify(problemBody(problem, locale))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    "Cache-Control: no-store",
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`
  ]
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy())
}

const listen = (server: Server, { host, port }: ListenOptions): Effect.Effect<AddressInfo, ListenError> =>
  Effect.async((resume) => {
    const fail = (error: NodeJS.ErrnoException) =>
      resume(new ListenError({ host, port, reason: error.code ?? error.name }))
    server.once("error", fail)
    server.listen(port, host, () => {
      server.off("error", fail)
      const address = server.address()
      resume(
        address === null || typeof address === "string"
          ? new ListenError({ host, port, reason: "no address" })
          : Effect.succeed(address)
      )
    })
  })

/** Takes no more connections, lets go of idle ones, and waits for open requests, but not for long. */
const stop = (server: Server, { grace, onStop }: ListenOptions): Effect.Effect<void> =>
  Effect.async((resume) => {
    if (!server.listening) return resume(Effect.void)
    onStop()
    const cut = setTimeout(() => server.closeAllConnections(), Duration.toMillis(grace))
    server.close(() => {
      clearTimeout(cut)
      resume(Effect.void)
    })
    server.closeIdleConnections()
  })

/** Serves an application until the scope closes. Gives the URL under which it answers. */
export const startServer = <E>(
  app: HttpApp.Default<E>,
  options: ListenOptions
): Effect.Effect<string, ListenError, Scope.Scope> =>
  Effect.gen(function* () {
    const handler = yield* NodeHttpServer.makeHandler(app)
    const server = yield* Effect.acquireRelease(
      Effect.sync(() =>
        createServer({
          headersTimeout: Duration.toMillis(patienceForHeaders),
          requestTimeout: Duration.toMillis(patienceForRequest),
          connectionsCheckingInterval: 1_000,
          keepAliveTimeout: Duration.toMillis(keptAlive)
        })
      ),
      (opened) => stop(opened, options)
    )
    server.on("request", handler)
    server.on("clientError", refuseConnection(options.locale))
    const { address, family, port } = yield* listen(server, options)
    return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`
  })
