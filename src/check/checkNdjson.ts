import { isUtf8 } from "node:buffer"
import { Effect, Either, Option, Stream } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { answerJson, errorJson } from "./answerJson.ts"
import type { CheckTally } from "./CheckTally.ts"
import { type Line, LineSplitter } from "./LineSplitter.ts"
import type { Checker } from "./makeChecker.ts"
import { longestRow, type RowError, unreadable } from "./RowError.ts"
import { type ReadRow, readRow } from "./readRow.ts"

/** What the rows are checked with. */
export interface NdjsonCheck {
  readonly checker: Checker
  /** The country of a row that names none. */
  readonly region: string
  /** The language in which it is told that a row cannot be read. */
  readonly locale: Locale
  readonly tally: CheckTally
}

/**
 * Judges rows, one JSON object a line, and gives one line of answer for each, in their order. What a piece of the input
 * completes is answered before the next piece is asked for, so that nothing known is kept back while the input pauses,
 * and the memory does not grow with the number of rows.
 */
export const checkNdjson = <E>(
  input: Stream.Stream<Uint8Array, E>,
  { checker, region, locale, tally }: NdjsonCheck
): Stream.Stream<string, E> =>
  Stream.suspend(() => {
    const splitter = new LineSplitter(longestRow)
    const answerLine = (line: Line): string =>
      Option.match(readLine(line, region), {
        onNone: () => "",
        onSome: Either.match({
          onLeft: (error) => {
            tally.unread()
            return `${errorJson(error, locale)}\n`
          },
          onRight: ({ id, conversation }) => {
            const answer = checker(conversation)
            tally.judged(answer)
            return `${answerJson(id, answer)}\n`
          }
        })
      })
    return input.pipe(
      Stream.map((bytes) => splitter.add(bytes)),
      Stream.concat(Stream.sync(() => splitter.end())),
      Stream.map((lines) => lines.map(answerLine).join("")),
      Stream.filter((answers) => answers !== ""),
      Stream.concat(Stream.execute(Effect.sync(() => tally.end())))
    )
  })

const blank = /^[\s\uFEFF]*$/

/** None for an empty line. */
const readLine = ({ number, bytes }: Line, region: string): Option.Option<Either.Either<ReadRow, RowError>> => {
  if (bytes === "too long") return Option.some(Either.left(unreadable(number, "tooLong")))
  if (!isUtf8(bytes)) return Option.some(Either.left(unreadable(number, "notUtf8")))
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8")
  if (blank.test(text)) return Option.none()
  // A byte order mark stands before a file, also before one that was joined to another.
  return Option.some(readRow(text.startsWith("\uFEFF") ? text.slice(1) : text, number, region))
}
