import { isUtf8 } from "node:buffer"
import { Either, Option } from "effect"
import type { Line } from "./LineSplitter.ts"
import { type RowError, unreadable } from "./RowError.ts"
import { type ReadRow, readRow } from "./readRow.ts"

const blank = /^[\s\uFEFF]*$/

/**
 * Reads the row on a line; none for an empty line.
 *
 * @param region the country of rows that name none.
 */
export const readLine = ({ number, bytes }: Line, region: string): Option.Option<Either.Either<ReadRow, RowError>> => {
  if (bytes === "too long") return Option.some(Either.left(unreadable(number, "tooLong")))
  if (!isUtf8(bytes)) return Option.some(Either.left(unreadable(number, "notUtf8")))
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8")
  if (blank.test(text)) return Option.none()
  // A byte order mark can precede any line, because files may have been concatenated.
  return Option.some(readRow(text.startsWith("\uFEFF") ? text.slice(1) : text, number, region))
}
