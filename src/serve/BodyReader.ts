import type { IncomingMessage } from "node:http"
import { Duration, Effect } from "effect"
import { RequestProblem } from "./RequestProblem.ts"

/** The limits for a request body. */
export interface BodyLimits {
  /** The maximum size of a body, in bytes. */
  readonly bytes: number
  /** How long a body may take to arrive, counted from when it is read. */
  readonly patience: Duration.Duration
}

/**
 * The maximum total size of the bodies being received, in bytes; clients beyond it are asked to retry. It suffices for
 * a hundred clients with a megabyte each; a thousand would exhaust the memory.
 */
const heldByDefault = 128 * 1024 * 1024

/**
 * How many bytes of a refused body are read and discarded, because a client that is disconnected while it is writing
 * never reads the response (RFC 9112, section 9.6). A client that sends more is disconnected.
 */
const discardedAtMost = 16 * 1024 * 1024

/** Discards the rest of a refused body. */
const discard = (request: IncomingMessage): void => {
  let left = discardedAtMost
  request.on("data", (piece: Buffer) => {
    left -= piece.length
    if (left < 0) request.socket.destroy()
  })
  request.resume()
}

/** Reads the request bodies of a server. */
export class BodyReader {
  readonly #heldAtOnce: number
  #held = 0

  /** @param heldAtOnce the maximum total size of the bodies being received, in bytes. */
  constructor(heldAtOnce = heldByDefault) {
    this.#heldAtOnce = heldAtOnce
  }

  /**
   * Reads a request's body. Fails with BodyTooLarge as soon as its declared or received length exceeds the limit, with
   * RequestTooSlow if it does not arrive in time, and with Overloaded if too many bodies arrive at once. A client that
   * disconnects interrupts its request, and with it the reading.
   */
  read(request: IncomingMessage, { bytes, patience }: BodyLimits): Effect.Effect<Buffer, RequestProblem> {
    return Effect.async((resume) => {
      const pieces: Array<Buffer> = []
      let size = 0
      const stop = () => {
        clearTimeout(timer)
        request.off("data", take)
        request.off("end", end)
        this.#held -= size
        size = 0
      }
      const refuse = (problem: RequestProblem) => {
        stop()
        discard(request)
        resume(Effect.fail(problem))
      }
      const take = (piece: Buffer) => {
        size += piece.length
        this.#held += piece.length
        if (size > bytes) return refuse(new RequestProblem({ code: "BodyTooLarge", limit: bytes }))
        if (this.#held > this.#heldAtOnce) return refuse(new RequestProblem({ code: "Overloaded", retryAfter: 1 }))
        pieces.push(piece)
      }
      const end = () => {
        const [first] = pieces
        stop()
        resume(Effect.succeed(pieces.length === 1 && first !== undefined ? first : Buffer.concat(pieces)))
      }
      const timer = setTimeout(
        () => refuse(new RequestProblem({ code: "RequestTooSlow", limit: Math.ceil(Duration.toSeconds(patience)) })),
        Duration.toMillis(patience)
      )
      if (Number(request.headers["content-length"] ?? 0) > bytes) {
        return refuse(new RequestProblem({ code: "BodyTooLarge", limit: bytes }))
      }
      request.on("data", take)
      request.on("end", end)
      return Effect.sync(stop)
    })
  }
}
