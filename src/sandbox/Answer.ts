import { type Json, jsonText } from "./Json.ts"

/** A complete answer, before it is written to the socket. */
export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

export const jsonAnswer = (status: number, body: Json): Answer => ({
  status,
  contentType: "application/json;charset=utf-8",
  body: jsonText(body)
})

export const htmlAnswer = (status: number, title: string): Answer => ({
  status,
  contentType: "text/html; charset=utf-8",
  body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`
})

/** A result in the API's wrapper. */
export const result = (value: Json): Answer => jsonAnswer(200, { status: "OK", result: value })

// The documentation shows only UNAUTHORIZED; the other codes are made up in the same style.
const codes: Readonly<Record<number, string>> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  415: "UNSUPPORTED_MEDIA_TYPE",
  420: "LIMIT_EXCEEDED",
  499: "CLIENT_CLOSED_REQUEST",
  500: "INTERNAL_SERVER_ERROR"
}

/**
 * An error in the API's form. The messages are those of
 * https://yandex.ru/dev/market/partner-api/doc/ru/concepts/error-codes.md. That page quotes placeholders ('chatId');
 * here values are unquoted, as in the only real message, on the page about limits: "Hit rate limit of 4 parallel
 * requests for campaignId 12345".
 */
export const refusal = (status: number, message: string): Answer =>
  jsonAnswer(status, { status: "ERROR", errors: [{ code: codes[status] ?? "ERROR", message }] })
