import { connect, type Socket } from "node:net"
import { Effect, type Scope } from "effect"

/** A raw connection to a server. */
export interface RawSocket {
  readonly write: (bytes: string | Uint8Array) => Effect.Effect<void>
  /** Waits until the server has sent this text. */
  readonly received: (text: string) => Effect.Effect<string>
  /** Waits until the server has closed the connection, and returns all it sent. */
  readonly closed: Effect.Effect<string>
  /** Resets the connection. */
  readonly destroy: Effect.Effect<void>
}

/** Connects to a port of this machine until the scope closes. */
export const rawSocket = (port: number): Effect.Effect<RawSocket, never, Scope.Scope> =>
  Effect.gen(function* () {
    const socket = yield* Effect.acquireRelease(
      Effect.async<Socket>((resume) => {
        const opened = connect(port, "127.0.0.1", () => resume(Effect.succeed(opened)))
        opened.setNoDelay(true)
      }),
      (opened) => Effect.sync(() => opened.destroy())
    )
    let text = ""
    let isClosed = false
    socket.setEncoding("utf8").on("data", (piece: string) => {
      text += piece
    })
    socket.on("error", () => undefined)
    socket.on("close", () => {
      isClosed = true
    })
    const until = (event: "data" | "close", holds: () => boolean) =>
      Effect.async<string>((resume) => {
        const look = () => {
          if (holds()) resume(Effect.succeed(text))
        }
        socket.on(event, look)
        look()
      })
    return {
      write: (bytes) => Effect.sync(() => void socket.write(bytes)),
      received: (wanted) => until("data", () => text.includes(wanted)),
      closed: until("close", () => isClosed),
      destroy: Effect.sync(() => socket.destroy())
    }
  })

/** The head of a request for a check, with additional headers. */
export const head = (...headers: ReadonlyArray<string>): string =>
  `${["POST /v1/check HTTP/1.1", "Host: localhost", "Content-Type: application/json", ...headers].join("\r\n")}\r\n\r\n`
