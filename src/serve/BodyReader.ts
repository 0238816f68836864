import type { IncomingMessage } from "node:http"
import { Duration, Effect } from "effect"
import { RequestProblem } from "./RequestProblem.ts"

/** How much of a body is taken, and for how long. */
export interface BodyLimits {
  /** The largest body, in bytes. */
  readonly bytes: number
  /** How long a body may take to arrive, from its first byte to its last. */
  readonly patience: Duration.Duration
}

/**
 * Bodies that are arriving hold so many bytes together at most; further ones are asked to come back. A hundred clients
 * with a megabyte each are served; a thousand would be an attack on the memory.
 */
const heldByDefault = 128 * 1024 * 1024

/**
 * What a client may still send after its body was refused. It is thrown away as it comes, since a client that is cut
 * off while it writes never reads the answer (RFC 9112, section 9.6); one that goes on for longer is cut off.
 */
const discardedAtMost = 16 * 1024 * 1024

/** Throws away what else comes of a refused body. */
const discard = (request: IncomingMessage): void => {
  let left = discardedAtMost
  request.on("data", (piece: Buffer) => {
    left -= piece.length
    if (left < 0) request.socket.destroy()
  })
  request.resume()
}

/** Reads the bodies of one server's requests. */
export class BodyReader {
  readonly #heldAtOnce: number
  #held = 0

  /** @param heldAtOnce how many bytes the bodies that are arriving may hold together. */
  constructor(heldAtOnce = heldByDefault) {
    this.#heldAtOnce = heldAtOnce
  }

  /**
   * Reads a request's body. Fails with BodyTooLarge as soon as its length is known to pass the limit, whether the client
   * named it or not, with RequestTooSlow when it has not arrived in time, and with Overloaded when too many bodies arrive
   * at once. A client that goes away interrupts its request, which ends this too.
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
