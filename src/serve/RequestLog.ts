import { write } from "node:fs"
import { Effect } from "effect"
import { visibleJson } from "../text/visibleText.ts"

const standardError = 2

/** The maximum length of the lines waiting for a slow reader, in characters. Further lines are dropped and counted. */
const longestBacklog = 1_000_000

/** How long lines are collected before they are written together, in milliseconds. */
const delay = 20

/** The fields of a log line: numbers and chatlint's own words, never a text, token or address from a request. */
export type LogFields = Readonly<Record<string, string | number | ReadonlyArray<string>>>

/** A log with one line of JSON for each request and each scanned chat. */
export interface RequestLog {
  /** Writes a line in the background. */
  readonly line: (fields: LogFields) => void
  /** Waits until all lines are written, but at most a second. */
  readonly flush: Effect.Effect<void>
}

/** A log that discards its lines. */
export const silentLog: RequestLog = { line: () => undefined, flush: Effect.void }

/**
 * Makes the log on standard error. Node.js writes to pipes synchronously on POSIX
 * (https://nodejs.org/api/process.html#a-note-on-process-io), so that a stalled reader of the log would block the
 * server; here lines are written in the background and dropped if nobody reads them.
 */
export const standardErrorLog = (): RequestLog => {
  let waiting = ""
  let dropped = 0
  let isWriting = false
  let timer: NodeJS.Timeout | undefined
  const writeWaiting = () => {
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
      // After an error, such as a closed pipe, waiting lines are not written until the next one arrives.
      if (error === null) writeWaiting()
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
    if (timer === undefined) timer = setTimeout(writeWaiting, delay)
  }
  const isOut = Effect.suspend(() => (isWriting || waiting !== "" ? Effect.fail("waiting" as const) : Effect.void))
  return {
    line,
    flush: Effect.ignore(
      Effect.timeout(Effect.eventually(Effect.tapError(isOut, () => Effect.sleep("5 millis"))), "1 second")
    )
  }
}
