import { isUtf8 } from "node:buffer"
import { Either, Option } from "effect"
import { LineSplitter } from "../check/LineSplitter.ts"
import type { RowError } from "../check/RowError.ts"
import { readLine } from "../check/readLine.ts"
import { type ReadRow, rowOf } from "../check/readRow.ts"
import { ownValue, parseExactly } from "../check/rowId.ts"
import { RequestProblem } from "./RequestProblem.ts"

/** A row that can be judged, or what is wrong with it. */
export type MaybeRow = Either.Either<ReadRow, RowError>

/** What a body asks to be checked, in the form in which it is to be answered. */
export type AskedRows =
  | { readonly form: "one"; readonly row: MaybeRow }
  /**
   * An object with a list of rows, or a row a line. Each is read when it is asked for, so that a long body can be
   * worked through in turns.
   */
  | { readonly form: "list" | "lines"; readonly rows: Iterable<MaybeRow> }

/** What a body is, by its Content-Type. */
export type BodyForm = "json" | "ndjson"

const mediaTypes: Readonly<Record<string, BodyForm>> = {
  "application/json": "json",
  "application/x-ndjson": "ndjson",
  "application/ndjson": "ndjson",
  "application/jsonl": "ndjson"
}

/**
 * What a body is, JSON where nothing is said of it (RFC 9110, section 8.3, lets us look); none of ours where its type,
 * its encoding or its character set cannot be read.
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
 * @param region the country of a row that names none.
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

/** A byte order mark may stand before a text, as a file has it. */
const withoutMark = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text)

function* rowsOfList(list: ReadonlyArray<unknown>, text: string, region: string): Generator<MaybeRow> {
  // Parsed once for all ids that a JavaScript number does not hold exactly.
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
