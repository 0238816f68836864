import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES
} from "node:http"
import type { AddressInfo } from "node:net"
import type { Duplex } from "node:stream"
import type * as HttpApp from "@effect/platform/HttpApp"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { Duration, Effect, type Scope } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { Connections } from "./Connections.ts"
import { ListenError } from "./ListenError.ts"
import { problemBody } from "./problemResponse.ts"
import { type ProblemCode, problemStatus, RequestProblem } from "./RequestProblem.ts"

/** Options for listening. */
export interface ListenOptions {
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  readonly locale: Locale
  /** How long the server waits for open requests when it stops. */
  readonly grace: Duration.Duration
  /** Called when the server begins to stop. */
  readonly onStop: () => void
}

/** How long a client may take to send its headers. */
const patienceForHeaders = Duration.seconds(10)

/** How long a whole request may take to arrive, including a body that is not read. */
const patienceForRequest = Duration.seconds(60)

/** Longer than the usual minute of a proxy, so that it is the proxy that closes an idle connection. */
const keptAlive = Duration.seconds(65)

/** The problem for an error of Node's HTTP parser. */
const codeOf = (error: NodeJS.ErrnoException): ProblemCode => {
  if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") return "RequestTooSlow"
  return error.code === "HPE_HEADER_OVERFLOW" ? "HeaderTooLarge" : "BadRequest"
}

/** Answers invalid HTTP in the same form as any other problem. */
const refuseConnection = (locale: Locale) => (error: NodeJS.ErrnoException, socket: Duplex) => {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy()
  answerConnection(
    socket,
    new RequestProblem({ code: codeOf(error), limit: Duration.toSeconds(patienceForHeaders) }),
    locale
  )
}

/** Refuses CONNECT, because this server is not a proxy. */
const refuseTunnel = (locale: Locale) => (_request: IncomingMessage, socket: Duplex) =>
  answerConnection(socket, new RequestProblem({ code: "MethodNotAllowed", allow: "GET, POST" }), locale)

/** Refuses a request without a Host header (RFC 9112, section 3.2). */
const refuseRequest = (response: ServerResponse, locale: Locale): void => {
  const problem = new RequestProblem({ code: "BadRequest" })
  response.writeHead(problemStatus[problem.code], { ...plainHeaders, Connection: "close" })
  response.end(JSON.stringify(problemBody(problem, locale)))
}

const plainHeaders = { "Cache-Control": "no-store", "Content-Type": "application/json" }

/** Reduces a request target in absolute form, which a server has to accept (RFC 9112, section 3.2.2), to its path. */
const originForm = (url: string): string => {
  const absolute = /^https?:\/\/[^/?#]*/i.exec(url)?.[0]
  if (absolute === undefined) return url
  const rest = url.slice(absolute.length)
  return rest.startsWith("/") ? rest : `/${rest}`
}

const answerConnection = (socket: Duplex, problem: RequestProblem, locale: Locale): void => {
  const status = problemStatus[problem.code]
  const body = JSON.stringify(problemBody(problem, locale))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    ...Object.entries(plainHeaders).map(([name, value]) => `${name}: ${value}`),
    ...(problem.allow === undefined ? [] : [`Allow: ${problem.allow}`]),
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

/**
 * Stops accepting connections, closes idle ones, and waits for open requests until the grace period ends. A connection
 * without an open request is closed when its headers are overdue, and one on which nothing was received, as browsers
 * and load balancers open them, at once.
 */
const stop = (server: Server, connections: Connections, { grace, onStop }: ListenOptions): Effect.Effect<void> =>
  Effect.async((resume) => {
    if (!server.listening) return resume(Effect.void)
    onStop()
    // While it is closing, Node's server no longer enforces the timeout for headers.
    const cuts = [
      setTimeout(() => connections.cutUnasked(), Duration.toMillis(patienceForHeaders)),
      setTimeout(() => server.closeAllConnections(), Duration.toMillis(grace))
    ]
    server.close(() => {
      for (const cut of cuts) clearTimeout(cut)
      resume(Effect.void)
    })
    server.closeIdleConnections()
    connections.cutSilent()
  })

/** Serves an application until the scope closes. Returns the URL of the server. */
export const startServer = <E>(
  app: HttpApp.Default<E>,
  options: ListenOptions
): Effect.Effect<string, ListenError, Scope.Scope> =>
  Effect.gen(function* () {
    const connections = new Connections()
    const handler = yield* NodeHttpServer.makeHandler(app)
    const server = yield* Effect.acquireRelease(
      Effect.sync(() =>
        createServer({
          headersTimeout: Duration.toMillis(patienceForHeaders),
          requestTimeout: Duration.toMillis(patienceForRequest),
          connectionsCheckingInterval: 1_000,
          // A missing Host header is answered in the same form as other problems.
          requireHostHeader: false,
          keepAliveTimeout: Duration.toMillis(keptAlive)
        })
      ),
      (opened) => stop(opened, connections, options)
    )
    connections.follow(server)
    const answer: RequestListener = (request, response) => {
      if (request.headers.host === undefined && request.httpVersion !== "1.0")
        return refuseRequest(response, options.locale)
      request.url = originForm(request.url ?? "/")
      handler(request, response)
    }
    server.on("request", answer)
    // An expectation other than 100-continue may be ignored (RFC 9110, section 10.1.1).
    server.on("checkExpectation", answer)
    server.on("connect", refuseTunnel(options.locale))
    server.on("clientError", refuseConnection(options.locale))
    const { address, family, port } = yield* listen(server, options)
    return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`
  })
