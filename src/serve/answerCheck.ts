import type { IncomingMessage } from "node:http"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import { Effect, Either, Option } from "effect"
import { answerJson, errorJson, refusalJson } from "../check/answerJson.ts"
import type { Checker } from "../check/makeChecker.ts"
import { RowError } from "../check/RowError.ts"
import type { ReadRow } from "../check/readRow.ts"
import type { Conversation } from "../engine/Conversation.ts"
import type { Locale } from "../locale/Locale.ts"
import type { BodyLimits, BodyReader } from "./BodyReader.ts"
import { localeOfRequest } from "./localeOfRequest.ts"
import { makeTurns } from "./makeTurns.ts"
import { problemResponse } from "./problemResponse.ts"
import { describeRequestProblem, type ProblemCode, type RequestExpectation, RequestProblem } from "./RequestProblem.ts"
import { RequestTally, type Tally } from "./RequestTally.ts"
import { bodyForm, type MaybeRow, readRows } from "./readRows.ts"
import { leastOfMessage, longestRowText } from "./rowLimits.ts"

/** The dependencies of the endpoint. */
export interface CheckService {
  /** One checker for each language of suggestions. */
  readonly checkers: Readonly<Record<Locale, Checker>>
  /** The country of rows that name none. */
  readonly region: string
  readonly locale: Locale
  readonly bodies: BodyReader
  readonly limits: BodyLimits
  /** Counts a large request as several; fails if its client has exceeded its limit. */
  readonly weigh: (request: IncomingMessage, bytes: number) => Effect.Effect<void, RequestProblem>
}

/** In bytes; enough for the longest message. Larger bodies are judged in turns with other requests. */
const smallBody = 8 * 1024

const codes: Readonly<Record<RowError["problem"], ProblemCode>> = {
  notJson: "NotJson",
  notUtf8: "NotUtf8",
  notObject: "NotObject",
  wrongValue: "WrongValue",
  textOrMessages: "TextOrMessages",
  tooLong: "RowTooLong"
}

/** Converts a row's error into a problem of the request. */
const problemOf = ({ id, problem, place, expectation, meant }: RowError, row?: string): RequestProblem => {
  const path = [row, place].filter((part) => part !== undefined).join(".")
  return new RequestProblem({
    code: codes[problem],
    ...(id._tag === "Some" ? { id: id.value } : {}),
    ...(path === "" ? {} : { path }),
    ...(expectation === undefined ? {} : { expectation: expectation satisfies RequestExpectation }),
    ...(meant === undefined ? {} : { meant }),
    ...(problem === "tooLong" ? { limit: longestRowText } : {})
  })
}

const textLength = ({ conversation }: { readonly conversation: Conversation }): number =>
  conversation.messages.reduce(
    (sum, { text, files = [] }) =>
      sum +
      Math.max(
        leastOfMessage,
        files.reduce((own, { length }) => own + length, text.length)
      ),
    0
  )

/** Turns a row that is too long to be judged into an error. */
const withinLimit = (row: MaybeRow, number: number): MaybeRow =>
  Either.filterOrLeft(
    row,
    (read) => textLength(read) <= longestRowText,
    ({ id }) => new RowError({ line: number, id: Option.some(id), problem: "tooLong" })
  )

const json = (body: string, contentType = "application/json") => HttpServerResponse.text(body, { contentType })

/** Makes `POST /v1/check`, which reads the body, judges its rows, and answers in the form of the body. */
export const makeAnswerCheck = ({ checkers, region, locale: serverLocale, bodies, limits, weigh }: CheckService) =>
  Effect.map(makeTurns, (inTurns) => {
    const answerTo = (request: IncomingMessage, tally: Tally, locale: Locale) =>
      Effect.gen(function* () {
        const form = bodyForm(request.headers)
        if (form === undefined) return yield* new RequestProblem({ code: "UnsupportedMediaType" })
        const body = yield* bodies.read(request, limits)
        yield* weigh(request, body.length)
        const asked = yield* readRows(body, form, region)

        const judge = (row: ReadRow): string => {
          const answer = checkers[locale](row.conversation)
          tally.findings += answer.findings.length
          return answerJson(row.id, answer)
        }
        if (asked.form === "one") {
          tally.rows = 1
          return json(judge(yield* Either.mapLeft(withinLimit(asked.row, 1), (error) => problemOf(error))))
        }
        const answerRow = (maybe: MaybeRow): string => {
          tally.rows += 1
          const row = withinLimit(maybe, tally.rows)
          if (Either.isRight(row)) return judge(row.right)
          return asked.form === "lines" && row.left.problem !== "tooLong"
            ? errorJson(row.left, locale)
            : refusalJson(row.left, describeRequestProblem(problemOf(row.left, `rows[${tally.rows - 1}]`), locale))
        }
        const answers =
          body.length <= smallBody ? Array.from(asked.rows, answerRow) : yield* inTurns(asked.rows, answerRow)
        return asked.form === "lines"
          ? json(answers.map((answer) => `${answer}\n`).join(""), "application/x-ndjson")
          : json(`{"rows":[${answers.join(",")}]}`)
      })

    return (request: IncomingMessage): Effect.Effect<HttpServerResponse.HttpServerResponse> => {
      const locale = localeOfRequest(request.headers, serverLocale)
      return RequestTally.pipe(
        Effect.flatMap((tally) => answerTo(request, tally, locale)),
        Effect.catchAll((problem) => Effect.succeed(problemResponse(problem, locale)))
      )
    }
  })
