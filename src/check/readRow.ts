import { Either, Option, ParseResult } from "effect"
import { countryMeantBy } from "../detect/number/isCountry.ts"
import type { Conversation } from "../engine/Conversation.ts"
import { firstMistake, pathText } from "../schema/firstMistake.ts"
import { CheckRow } from "./CheckRow.ts"
import { RowError, unreadable } from "./RowError.ts"
import { ownValue, parseExactly, rowId } from "./rowId.ts"
import type { RowExpectation } from "./texts.ts"

/** A row ready to be judged. */
export interface ReadRow {
  /** The JSON text of the id, returned unchanged in the answer. */
  readonly id: string
  readonly conversation: Conversation
}

const decode = ParseResult.decodeUnknownEither(CheckRow)

/**
 * Reads one row.
 *
 * @param region the country of rows that name none.
 */
export const readRow = (source: string, line: number, region: string): Either.Either<ReadRow, RowError> => {
  const parsed = Either.try((): unknown => JSON.parse(source))
  if (Either.isLeft(parsed)) return Either.left(unreadable(line, "notJson"))
  return rowOf(parsed.right, line, region, () => parseExactly(source))
}

/**
 * Reads one parsed row.
 *
 * @param line counts from 1.
 * @param region the country of rows that name none.
 * @param exact returns the row as parsed by parseExactly.
 */
export const rowOf = (
  value: unknown,
  line: number,
  region: string,
  exact: () => unknown
): Either.Either<ReadRow, RowError> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return Either.left(unreadable(line, "notObject"))
  }
  const id = rowId(value, exact)
  const row = decode(value)
  if (Either.isLeft(row)) return Either.left(wrongValue(line, id, firstMistake(row.left).path, value))
  if (Option.isNone(id)) return Either.left(wrongValue(line, id, ["id"]))
  return Either.right({ id: id.value, conversation: conversationOf(row.right, region) })
}

const conversationOf = ({ text, messages = [], region }: CheckRow, defaultRegion: string): Conversation => ({
  messages:
    text === undefined
      ? messages.map((message) => ({
          sender: message.sender,
          text: message.text ?? "",
          at: message.at === undefined ? undefined : Date.parse(message.at),
          files: message.files
        }))
      : [{ sender: "PARTNER", text }],
  region: region ?? defaultRegion
})

/** The expected value of each key. */
const values: Readonly<Record<string, RowExpectation>> = {
  id: "expected.id",
  text: "expected.text",
  messages: "expected.messages",
  sender: "expected.sender",
  at: "expected.at",
  files: "expected.files",
  region: "expected.region"
}

/** The expected element of the list under a key. */
const elements: Readonly<Record<string, RowExpectation>> = { messages: "expected.message", files: "expected.text" }

const wrongValue = (
  line: number,
  id: Option.Option<string>,
  path: ReadonlyArray<PropertyKey>,
  row: object = {}
): RowError => {
  const last = path.at(-1)
  const expectation = typeof last === "number" ? elements[String(path.at(-2))] : values[String(last)]
  if (expectation === undefined) return new RowError({ line, id, problem: "textOrMessages" })
  const meant = expectation === "expected.region" ? countryMeantBy(String(ownValue(row, "region"))) : undefined
  return new RowError({ line, id, problem: "wrongValue", place: pathText(path), expectation, meant })
}
