import { isUtf8 } from "node:buffer"
import { Either, Option } from "effect"
import { LineSplitter } from "../check/LineSplitter.ts"
import type { RowError } from "../check/RowError.ts"
import { readLine } from "../check/readLine.ts"
import { type ReadRow, rowOf } from "../check/readRow.ts"
import { ownValue, parseExactly } from "../check/rowId.ts"
import { RequestProblem } from "./RequestProblem.ts"

/** A row, or why it cannot be read. */
export type MaybeRow = Either.Either<ReadRow, RowError>

/** The rows of a body, and the form in which to answer. */
export type AskedRows =
  | { readonly form: "one"; readonly row: MaybeRow }
  /** An object with a list of rows, or one row per line. Rows are read lazily, so that a long body is read in turns. */
  | { readonly form: "list" | "lines"; readonly rows: Iterable<MaybeRow> }

/** The format of a body. */
export type BodyForm = "json" | "ndjson"

const mediaTypes: Readonly<Record<string, BodyForm>> = {
  "application/json": "json",
  "application/x-ndjson": "ndjson",
  "application/ndjson": "ndjson",
  "application/jsonl": "ndjson"
}

/**
 * The format of a body according to its headers, JSON without a Content-Type (RFC 9110, section 8.3, leaves it to the
 * recipient); undefined if the type, encoding or character set is not supported.
 */
export const bodyForm = (headers: Readonly<Record<string, unknown>>): BodyForm | undefined => {
  const [type = "", ...parameters] = String(headers["content-type"] ?? "application/json").split(";")
  const encoding = String(headers["content-encoding"] ?? "identity").toLowerCase()
  const isOtherCharset = parameters.some((parameter) => {
    const [name = "", value = ""] = parameter.trim().toLowerCase().split("=")
    return name === "charset" && !/^"?utf-?8"?$/.test(value)
  })
  return encoding === "identity" && !isOtherCharset ? mediaTypes[type.trim().toLowerCase()] : undefined
}

/**
 * Reads a body as rows.
 *
 * @param region the country of rows that name none.
 */
export const readRows = (body: Buffer, form: BodyForm, region: string): Either.Either<AskedRows, RequestProblem> => {
  if (form === "ndjson") return Either.right({ form: "lines", rows: rowsOfLines(body, region) })
  if (!isUtf8(body)) return Either.left(new RequestProblem({ code: "NotUtf8" }))
  const text = withoutMark(body.toString("utf8"))
  const parsed = Either.try((): unknown => JSON.parse(text))
  if (Either.isLeft(parsed)) return Either.left(new RequestProblem({ code: "NotJson" }))
  const value = parsed.right
  const list = ownValue(value, "rows")
  if (list === undefined) {
    return Either.right({ form: "one", row: rowOf(value, 1, region, () => parseExactly(text)) })
  }
  if (["text", "messages"].some((key) => (ownValue(value, key) ?? null) !== null)) {
    return Either.left(new RequestProblem({ code: "RowsAndText" }))
  }
  return Array.isArray(list)
    ? Either.right({ form: "list", rows: rowsOfList(list, text, region) })
    : Either.left(new RequestProblem({ code: "WrongValue", path: "rows", expectation: "expected.rows" }))
}

/** Removes the byte order mark, which a body from a file may have. */
const withoutMark = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text)

function* rowsOfList(list: ReadonlyArray<unknown>, text: string, region: string): Generator<MaybeRow> {
  // Parsed at most once, for ids that a JavaScript number cannot represent exactly.
  let exact: { readonly rows: unknown } | undefined
  for (const [index, value] of list.entries()) {
    yield rowOf(value, index + 1, region, () => {
      exact ??= { rows: ownValue(parseExactly(text), "rows") }
      return ownValue(exact.rows, String(index))
    })
  }
}

function* rowsOfLines(body: Buffer, region: string): Generator<MaybeRow> {
  const splitter = new LineSplitter(body.length)
  for (const line of splitter.add(body)) yield* Option.toArray(readLine(line, region))
  for (const line of splitter.end()) yield* Option.toArray(readLine(line, region))
}
