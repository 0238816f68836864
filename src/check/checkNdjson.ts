import { Effect, Either, Option, Stream } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { answerJson, errorJson } from "./answerJson.ts"
import type { CheckTally } from "./CheckTally.ts"
import { type Line, LineSplitter } from "./LineSplitter.ts"
import type { Checker } from "./makeChecker.ts"
import { longestRow } from "./RowError.ts"
import { readLine } from "./readLine.ts"

/** How rows are checked. */
export interface NdjsonCheck {
  readonly checker: Checker
  /** The country of rows that name none. */
  readonly region: string
  /** The language of errors. */
  readonly locale: Locale
  readonly tally: CheckTally
}

/**
 * Judges rows, one JSON object per line, and emits one line of answer for each, in order. All rows that a chunk of
 * input completes are answered before the next chunk is requested, so that no answer is held back while the input
 * pauses, and memory does not grow with the number of rows.
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
