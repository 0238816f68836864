import type { IncomingMessage } from "node:http"
import { Effect } from "effect"

// Request bodies are limited to 512 KB: see "The request is too big" in the API's list of errors.
const largestBody = 512 * 1024

/** Reads a request's body. Fails with `tooBig` above the limit, and with `gone` if the client disconnects. */
export const readBody = (request: IncomingMessage): Effect.Effect<string, "tooBig" | "gone"> =>
  Effect.async((resume) => {
    const parts: Array<Buffer> = []
    let size = 0
    request.on("data", (part: Buffer) => {
      size += part.length
      if (size <= largestBody) parts.push(part)
    })
    request.once("end", () =>
      resume(size > largestBody ? Effect.fail("tooBig") : Effect.succeed(Buffer.concat(parts).toString()))
    )
    request.once("error", () => resume(Effect.fail("gone")))
    request.once("close", () => resume(Effect.fail("gone")))
  })
