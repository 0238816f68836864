import { write } from "node:fs"
import { Effect } from "effect"
import { visibleJson } from "../text/visibleText.ts"

const standardError = 2

/** Lines that wait for a slow reader, in characters. What goes beyond is dropped and counted. */
const longestBacklog = 1_000_000

/** So long a line waits for others, in milliseconds. */
const delay = 20

/** What a line of the log may hold: numbers and words of ours, never a text, a token or an address that was sent. */
export type LogFields = Readonly<Record<string, string | number | ReadonlyArray<string>>>

/** A line for each request and each chat that was scanned, as JSON. */
export interface RequestLog {
  /** Writes a line and does not wait for it. */
  readonly line: (fields: LogFields) => void
  /** Waits until what was written has gone out, if it goes out at all. */
  readonly flush: Effect.Effect<void>
}

/** A log that says nothing. */
export const silentLog: RequestLog = { line: () => undefined, flush: Effect.void }

/**
 * The log on standard error. Node writes to a pipe synchronously on POSIX
 * (https://nodejs.org/api/process.html#a-note-on-process-io), so a reader of the log who stands still would stop the
 * server; these lines are written in the background, and what nobody takes is dropped.
 */
export const standardErrorLog = (): RequestLog => {
  let waiting = ""
  let dropped = 0
  let isWriting = false
  let timer: NodeJS.Timeout | undefined
  const goOn = () => {
    timer = undefined
    if (isWriting || waiting === "") return
    isWriting = true
    const bytes = Buffer.from(waiting)
    waiting = ""
    writeFrom(bytes, 0)
  }
  const writeFrom = (bytes: Buffer, from: number) => {
    write(standardError, bytes, from, bytes.length - from, null, (error, written) => {
      if (error?.code === "EAGAIN") return void setTimeout(() => writeFrom(bytes, from), 50)
      if (error === null && from + written < bytes.length) return writeFrom(bytes, from + written)
      isWriting = false
      // Who closed the log does not want it.
      if (error === null) goOn()
    })
  }
  const line = (fields: LogFields) => {
    if (waiting.length > longestBacklog) {
      dropped += 1
      return
    }
    const lost = dropped > 0 ? { dropped } : {}
    dropped = 0
    waiting += `${visibleJson(JSON.stringify({ at: new Date().toISOString(), ...lost, ...fields }))}\n`
    // What comes within a blink goes out together.
    if (timer === undefined) timer = setTimeout(goOn, delay)
  }
  const isOut = Effect.suspend(() => (isWriting || waiting !== "" ? Effect.fail("waiting" as const) : Effect.void))
  return {
    line,
    flush: Effect.ignore(
      Effect.timeout(Effect.eventually(Effect.tapError(isOut, () => Effect.sleep("5 millis"))), "1 second")
    )
  }
}
