import * as HttpApi from "@effect/platform/HttpApi"
import * as HttpApiEndpoint from "@effect/platform/HttpApiEndpoint"
import * as HttpApiGroup from "@effect/platform/HttpApiGroup"
import * as HttpApiMiddleware from "@effect/platform/HttpApiMiddleware"
import * as HttpApiSchema from "@effect/platform/HttpApiSchema"
import * as HttpApiSecurity from "@effect/platform/HttpApiSecurity"
import * as OpenApi from "@effect/platform/OpenApi"
import { Context, Schema } from "effect"
import manifest from "../../package.json" with { type: "json" }
import { CheckAnswer } from "../check/CheckAnswer.ts"
import { CheckRow } from "../check/CheckRow.ts"
import { problemStatus } from "./RequestProblem.ts"
import { tidyDocument } from "./tidyDocument.ts"

/* The server's requests and responses, from which its OpenAPI document is generated. */

/** Whether requests to an endpoint count towards their client's limit. */
export class IsCounted extends Context.Reference<IsCounted>()("chatlint/IsCounted", { defaultValue: () => true }) {}

/** The paths of the OpenAPI document and of the page that shows it. */
export const documentPaths = { document: "/openapi.json", page: "/docs" } as const

const RowId = Schema.Union(Schema.String, Schema.Number)

const CheckedRow = Schema.Struct({ id: RowId, ...CheckAnswer.fields }).annotations({
  identifier: "CheckedRow",
  description: "The answer to a row. Spans are UTF-16 offsets into its text, the end exclusive; matches are masked."
})

const RefusedRow = Schema.Struct({ id: Schema.NullOr(RowId), error: Schema.String }).annotations({
  identifier: "RefusedRow",
  description: "A row that cannot be read, and why. The other rows are still answered."
})

const Row = CheckRow.annotations({
  identifier: "Row",
  description:
    "One text of the shop, or a conversation in which the shop's messages are judged: either text or messages."
})

const Rows = Schema.Struct({ rows: Schema.Array(Row) }).annotations({ identifier: "Rows" })

const AnsweredRows = Schema.Struct({ rows: Schema.Array(Schema.Union(CheckedRow, RefusedRow)) }).annotations({
  identifier: "AnsweredRows",
  description: "An answer for each row, in order."
})

type Code = keyof typeof problemStatus

const isOfStatus =
  (status: number) =>
  (code: string): code is Code =>
    Object.entries(problemStatus).some(([name, its]) => name === code && its === status)

/** The schema of the response for the problems of a status. */
const problem = (status: number, description: string) =>
  Schema.Struct({
    error: Schema.String.annotations({ description: "What is wrong, in the language of Accept-Language" }),
    code: Schema.Literal(...Object.keys(problemStatus).filter(isOfStatus(status))),
    id: Schema.optional(RowId),
    path: Schema.optional(Schema.String).annotations({ description: "Which value is wrong: messages[2].sender" }),
    expected: Schema.optional(Schema.String)
  })
    .annotations(HttpApiSchema.annotations({ status }))
    .annotations({ identifier: `Problem${status}`, description })

/** Requires a bearer token if the server has any. */
export class Authorization extends HttpApiMiddleware.Tag<Authorization>()("chatlint/Authorization", {
  failure: problem(401, "No token, or a wrong one"),
  security: { bearer: HttpApiSecurity.bearer }
}) {}

const lines = "application/x-ndjson"

const check = HttpApiEndpoint.post("check", "/v1/check")
  .setPayload(
    Schema.Union(
      Row,
      Rows,
      HttpApiSchema.Text({ contentType: lines }).annotations({ description: "One row per line." })
    )
  )
  .addSuccess(Schema.Union(CheckedRow, AnsweredRows).annotations({ description: "In the form of the body" }))
  .addError(problem(400, "The body is not JSON or not UTF-8"))
  .addError(problem(408, "The body did not arrive in time"))
  .addError(problem(413, "The body or a row is too large"))
  .addError(problem(415, "The body is neither application/json nor application/x-ndjson"))
  .addError(problem(422, "The row cannot be read: `path` names the value, `expected` describes it"))
  .addError(problem(429, "Too many requests; Retry-After says when to retry"))
  .addError(problem(503, "Too many bodies arrive at once; Retry-After says when to retry"))
  .annotate(OpenApi.Summary, "Judge texts before they are sent")
  .annotate(
    OpenApi.Description,
    "One row, a list of rows, or one row per line. A single row that cannot be read is answered with status 422; among several it is answered with its id and an error, and the others are still judged."
  )
  .middleware(Authorization)

const Alive = Schema.Struct({ status: Schema.Literal("alive"), version: Schema.String })

const Ready = Schema.Struct({
  status: Schema.Literal("ready", "not ready"),
  ruleSet: Schema.String.annotations({ description: "SHA-256 of the rules in use" }),
  rules: Schema.Int,
  database: Schema.Literal("open", "not usable", "not needed"),
  queuedChats: Schema.NullOr(Schema.Int)
})
export type Ready = typeof Ready.Type

const health = HttpApiEndpoint.get("health", "/health")
  .addSuccess(Alive)
  .annotate(OpenApi.Summary, "Whether the process answers")
  .annotate(IsCounted, false)

const ready = HttpApiEndpoint.get("ready", "/ready")
  .addSuccess(Ready)
  .addError(Ready.annotations(HttpApiSchema.annotations({ status: 503 })))
  .annotate(OpenApi.Summary, "Whether rules and database are ready")
  .annotate(IsCounted, false)

const NotificationAnswer = Schema.Struct({
  version: Schema.String,
  name: Schema.String,
  time: Schema.String
}).annotations({
  identifier: "NotificationAnswer"
})

const NotificationRefusal = Schema.Struct({
  error: Schema.Struct({
    type: Schema.Literal("UNKNOWN", "WRONG_EVENT_FORMAT", "DUPLICATED_EVENT"),
    message: Schema.String
  })
})
export type NotificationRefusal = typeof NotificationRefusal.Type

const refusal = (status: number, description: string) =>
  NotificationRefusal.annotations(HttpApiSchema.annotations({ status })).annotations({
    identifier: "NotificationRefusal",
    description
  })

const notificationOf = <const Name extends string, const Path extends `/${string}`>(name: Name, path: Path) =>
  HttpApiEndpoint.post(name, path)
    .setPayload(
      Schema.Struct({ notificationType: Schema.String }, { key: Schema.String, value: Schema.Unknown }).annotations({
        identifier: "Notification"
      })
    )
    .addSuccess(NotificationAnswer)
    .addError(refusal(400, "Not a valid notification; it should not be sent again"))
    .addError(refusal(404, "The sender or the secret is not accepted"))
    .addError(refusal(500, "The chat could not be stored; the notification should be sent again"))
    .annotate(OpenApi.Summary, "Accept a notification from Yandex Market, and scan the chat it names")
    // Senders already have to know the secret, or to be the marketplace or a program on this machine.
    .annotate(IsCounted, false)

const Secret = Schema.Struct({ secret: Schema.String })

/** The API of the server. */
export const ServeApi = HttpApi.make("chatlint")
  .add(HttpApiGroup.make("check", { topLevel: true }).add(check))
  .add(HttpApiGroup.make("state", { topLevel: true }).add(health).add(ready))
  .add(
    HttpApiGroup.make("notifications", { topLevel: true })
      .add(notificationOf("notification", "/notification"))
      .add(notificationOf("secretNotification", "/notification/:secret").setPath(Secret))
      .add(
        notificationOf("secretNotificationBelow", "/notification/:secret/notification")
          .setPath(Secret)
          .annotate(OpenApi.Exclude, true)
      )
  )
  .annotate(OpenApi.Title, "chatlint")
  .annotate(OpenApi.Version, manifest.version)
  .annotate(
    OpenApi.Description,
    "Finds the chat messages for which a marketplace hides a shop's goods, before they are sent."
  )
  .annotate(OpenApi.Transform, tidyDocument)
