import type { IncomingMessage } from "node:http"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import { Clock, Duration, Effect, Either, Option } from "effect"
import manifest from "../../package.json" with { type: "json" }
import type { BusinessId } from "../domain/Business.ts"
import type { ChatId } from "../domain/Chat.ts"
import type { Locale } from "../locale/Locale.ts"
import type { AccessTokens } from "./AccessTokens.ts"
import { isMarketAddress } from "./addresses.ts"
import type { BodyReader } from "./BodyReader.ts"
import { isOwnProgram } from "./isOwnProgram.ts"
import { readNotification } from "./Notification.ts"
import type { RequestLog } from "./RequestLog.ts"
import { describeRequestProblem, problemStatus, type RequestProblem } from "./RequestProblem.ts"
import type { NotificationRefusal } from "./ServeApi.ts"
import { serveTexts } from "./texts.ts"

/** The dependencies of the endpoint. */
export interface NotificationService {
  /** Returns false if the chat cannot be stored, so that the marketplace is asked to send the notification again. */
  readonly take: (businessId: BusinessId, chatId: ChatId) => Effect.Effect<boolean>
  /** The path of a notification has to contain one of these; if there are none, the sender's address is checked. */
  readonly secrets: AccessTokens
  readonly bodies: BodyReader
  readonly log: RequestLog
  readonly locale: Locale
}

/** The marketplace waits 10 seconds for an answer, and 1 second for the answer to a ping, a body of about 100 bytes. */
const limits = { bytes: 64 * 1024, patience: Duration.seconds(5) }

const refuse = (status: number, type: NotificationRefusal["error"]["type"], message: string) =>
  HttpServerResponse.unsafeJson({ error: { type, message } }, { status })

/** There is no use in repeating a notification that is too large; one that did not arrive has to be sent again. */
const refuseBody = (problem: RequestProblem, locale: Locale) =>
  problem.code === "BodyTooLarge"
    ? refuse(400, "WRONG_EVENT_FORMAT", describeRequestProblem(problem, locale))
    : refuse(problemStatus[problem.code], "UNKNOWN", describeRequestProblem(problem, locale))

/**
 * Makes the endpoint for notifications, which answers in the marketplace's format. No signature is documented, so the
 * sender has to know the secret in the path. Without a secret, the sender has to be one of the marketplace's documented
 * addresses, or a program on this machine that is not a proxy: a proxy's headers about its client can be forged.
 *
 * While a notification is refused, the marketplace sends no others, unless the status is 400; so notifications that are
 * not understood are accepted if nothing is lost by it.
 */
export const makeAnswerNotification = ({ take, secrets, bodies, log, locale }: NotificationService) => {
  const text = (key: "needsSecret" | "notAwaited" | "wrongNotification" | "notKept", path = "") =>
    serveTexts(locale, key, { path })
  const isAwaited = (request: IncomingMessage, secret: Option.Option<string>): boolean => {
    if (Option.isSome(secret)) return Option.isSome(secrets.indexOf(secret.value))
    return secrets.isEmpty && (isMarketAddress(request.socket.remoteAddress ?? "") || isOwnProgram(request))
  }
  return (
    request: IncomingMessage,
    secret: Option.Option<string>
  ): Effect.Effect<HttpServerResponse.HttpServerResponse> =>
    Effect.gen(function* () {
      const began = yield* Clock.currentTimeMillis
      if (!isAwaited(request, secret)) {
        const needsSecret = secrets.isEmpty && Option.isNone(secret)
        if (needsSecret) log.line({ event: "notification refused", reason: "no CHATLINT_NOTIFICATION_SECRET is set" })
        return refuse(404, "UNKNOWN", text(needsSecret ? "needsSecret" : "notAwaited"))
      }
      const body = yield* Effect.either(bodies.read(request, limits))
      if (Either.isLeft(body)) return refuseBody(body.left, locale)
      const notification = readNotification(body.right.toString("utf8"))
      if (Either.isLeft(notification)) {
        log.line({ event: "notification refused", value: notification.left })
        return refuse(400, "WRONG_EVENT_FORMAT", text("wrongNotification", notification.left))
      }
      if (notification.right.kind === "chat") {
        const { businessId, chatId } = notification.right
        if (!(yield* take(businessId, chatId))) return refuse(500, "UNKNOWN", text("notKept"))
      }
      return HttpServerResponse.unsafeJson({
        version: manifest.version,
        name: "chatlint",
        time: new Date(began).toISOString()
      })
    })
}
