import type { ServerResponse } from "node:http"
import { Effect } from "effect"
import type { Answer } from "./Answer.ts"
import type { Headers } from "./rateHeaders.ts"
import type { FaultKind } from "./SandboxOptions.ts"

/** The faults of the connection; the others are ordinary answers. */
export type ConnectionFault = Extract<FaultKind, "reset" | "cut-body" | "cut-body-chunked" | "stall">

/** Sends a complete answer. */
export const deliver = (response: ServerResponse, { status, contentType, body }: Answer, headers: Headers): void => {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, "Content-Type": contentType, "Content-Length": bytes.length })
  response.end(bytes)
}

/** Makes the connection fail during an answer. A stalled answer ends when its client disconnects. */
export const deliverFault = (
  response: ServerResponse,
  { status, contentType, body }: Answer,
  headers: Headers,
  fault: ConnectionFault
): Effect.Effect<void> => {
  const { socket } = response
  if (socket === null) return Effect.void
  switch (fault) {
    case "reset":
      return Effect.sync(() => {
        socket.resetAndDestroy()
      })
    case "stall":
      return Effect.async((resume) => {
        response.once("close", () => resume(Effect.void))
      })
    default:
      return Effect.async((resume) => {
        const bytes = Buffer.from(body)
        // Without a length, Node sends the body in chunks, and the final empty chunk is never sent.
        const length = fault === "cut-body" ? { "Content-Length": bytes.length } : {}
        response.writeHead(status, { ...headers, "Content-Type": contentType, ...length })
        response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
          socket.destroy()
          resume(Effect.void)
        })
      })
  }
}
