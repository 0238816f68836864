import * as HttpApiBuilder from "@effect/platform/HttpApiBuilder"
import * as HttpApiSwagger from "@effect/platform/HttpApiSwagger"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as NodeHttpServerRequest from "@effect/platform-node/NodeHttpServerRequest"
import { type Duration, Effect, Layer, Option, type Redacted, type Scope } from "effect"
import manifest from "../../package.json" with { type: "json" }
import { type CheckOptions, makeChecker } from "../check/makeChecker.ts"
import type { Locale } from "../locale/Locale.ts"
import type { StoreError } from "../store/StoreError.ts"
import { AccessTokens } from "./AccessTokens.ts"
import { makeAnswerCheck } from "./answerCheck.ts"
import { makeAnswerNotification, type NotificationService } from "./answerNotification.ts"
import { BodyReader } from "./BodyReader.ts"
import type { ListenError } from "./ListenError.ts"
import { localeOfRequest } from "./localeOfRequest.ts"
import { makePipeline } from "./makePipeline.ts"
import { problemBody } from "./problemResponse.ts"
import type { RequestLog } from "./RequestLog.ts"
import { RequestProblem } from "./RequestProblem.ts"
import { RequestRate } from "./RequestRate.ts"
import { Authorization, documentPaths, ServeApi } from "./ServeApi.ts"
import { startServer } from "./startServer.ts"

/** Options of the server. */
export interface ServeOptions {
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  readonly locale: Locale
  /** Callers need one of these; if there are none, anyone may call. */
  readonly tokens: ReadonlyArray<Redacted.Redacted>
  /** The maximum size of a body, in bytes. */
  readonly bodyLimit: number
  /** How long a body may take to arrive. */
  readonly bodyPatience: Duration.Duration
  /** Requests per minute for each client; none for the default, which excludes programs on the same machine. */
  readonly ratePerMinute: Option.Option<number>
  /** How long the server waits for open requests when it stops. */
  readonly grace: Duration.Duration
  readonly log: RequestLog
  readonly checking: Omit<CheckOptions, "locale"> & { readonly region: string }
  readonly notifications: {
    readonly take: NotificationService["take"]
    readonly secrets: ReadonlyArray<Redacted.Redacted>
    /** The number of waiting chats; none if notifications do not start scans. */
    readonly queued: Option.Option<Effect.Effect<number, StoreError>>
  }
  /** Called when the server begins to stop. */
  readonly onStop: () => void
}

const incoming = Effect.map(HttpServerRequest.HttpServerRequest, NodeHttpServerRequest.toIncomingMessage)

/** Serves until the scope closes, which waits for open requests. Returns the URL of the server. */
export const serve = (options: ServeOptions): Effect.Effect<string, ListenError, Scope.Scope> =>
  Effect.gen(function* () {
    const { locale, checking, log, notifications } = options
    const { region, ...judging } = checking
    const tokens = new AccessTokens(options.tokens)
    const rate = new RequestRate(tokens, options.ratePerMinute)
    const bodies = new BodyReader()
    let isStopping = false

    const answerCheck = yield* makeAnswerCheck({
      checkers: {
        ru: makeChecker({ ...judging, locale: "ru" }),
        en: makeChecker({ ...judging, locale: "en" }),
        zh: makeChecker({ ...judging, locale: "zh" })
      },
      region,
      locale,
      bodies,
      limits: { bytes: options.bodyLimit, patience: options.bodyPatience },
      weigh: (request, bytes) => rate.weigh(request, bytes)
    })
    const answerNotification = makeAnswerNotification({
      take: notifications.take,
      secrets: new AccessTokens(notifications.secrets),
      bodies,
      log,
      locale
    })
    const notified = (secret: Option.Option<string>) =>
      Effect.flatMap(incoming, (request) => answerNotification(request, secret))

    const authorization = Layer.succeed(Authorization, {
      bearer: () =>
        Effect.flatMap(incoming, ({ headers }) =>
          tokens.isEmpty || Option.isSome(tokens.indexOfBearer(headers.authorization))
            ? Effect.void
            : Effect.fail(problemBody(new RequestProblem({ code: "Unauthorized" }), localeOfRequest(headers, locale)))
        )
    })

    const checkGroup = HttpApiBuilder.group(ServeApi, "check", (handlers) =>
      handlers.handleRaw("check", () => Effect.flatMap(incoming, answerCheck))
    )
    const stateGroup = HttpApiBuilder.group(ServeApi, "state", (handlers) =>
      handlers
        .handle("health", () => Effect.succeed({ status: "alive" as const, version: manifest.version }))
        .handle("ready", () =>
          Effect.gen(function* () {
            const { ruleSet } = judging
            const known = { ruleSet: ruleSet.digest, rules: ruleSet.rules.length }
            const ready = { ...known, status: isStopping ? ("not ready" as const) : ("ready" as const) }
            const answer = yield* Option.match(notifications.queued, {
              onNone: () => Effect.succeed({ ...ready, database: "not needed" as const, queuedChats: null }),
              onSome: (queued) =>
                Effect.match(queued, {
                  onSuccess: (queuedChats) => ({ ...ready, database: "open" as const, queuedChats }),
                  onFailure: () => ({
                    ...known,
                    status: "not ready" as const,
                    database: "not usable" as const,
                    queuedChats: null
                  })
                })
            })
            return yield* answer.status === "ready" ? Effect.succeed(answer) : Effect.fail(answer)
          })
        )
    )
    const notificationGroup = HttpApiBuilder.group(ServeApi, "notifications", (handlers) =>
      handlers
        .handleRaw("notification", () => notified(Option.none()))
        .handleRaw("secretNotification", ({ path }) => notified(Option.some(path.secret)))
        .handleRaw("secretNotificationBelow", ({ path }) => notified(Option.some(path.secret)))
    )

    const api = HttpApiBuilder.api(ServeApi).pipe(
      Layer.provide([checkGroup, stateGroup, notificationGroup]),
      Layer.provide(authorization)
    )
    const documents = Layer.mergeAll(
      HttpApiBuilder.middlewareOpenApi({ path: documentPaths.document, additionalPropertiesStrategy: "allow" }),
      HttpApiSwagger.layer({ path: documentPaths.page })
    )
    const context = yield* Layer.build(
      documents.pipe(
        Layer.provideMerge(api),
        Layer.provideMerge(HttpApiBuilder.Router.Live),
        Layer.merge(HttpApiBuilder.Middleware.layer),
        Layer.merge(NodeHttpServer.layerContext)
      )
    )
    const app = yield* Effect.provide(HttpApiBuilder.httpApp, context)
    const pipeline = makePipeline({ rate, log, locale, isStopping: () => isStopping })
    return yield* startServer(Effect.provide(pipeline(app), context), {
      host: options.host,
      port: options.port,
      locale,
      grace: options.grace,
      onStop: () => {
        isStopping = true
        options.onStop()
      }
    })
    // Nobody collects spans here, and creating them would slow down each request.
  }).pipe(Effect.withTracerEnabled(false))
