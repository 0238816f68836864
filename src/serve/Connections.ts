import type { Server } from "node:http"
import type { Socket } from "node:net"

/** The connections of a server, with the number of open requests on each. */
export class Connections {
  readonly #requests = new Map<Socket, number>()

  /** Tracks the connections that a server accepts from now on. */
  follow(server: Server): void {
    server.on("connection", (socket) => {
      this.#requests.set(socket, 0)
      socket.on("close", () => this.#requests.delete(socket))
    })
    server.on("request", ({ socket }, response) => {
      this.#count(socket, 1)
      response.on("close", () => this.#count(socket, -1))
    })
  }

  /** Closes connections on which no byte was received. */
  cutSilent(): void {
    for (const socket of this.#requests.keys()) if (socket.bytesRead === 0) socket.destroy()
  }

  /** Closes connections without an open request. */
  cutUnasked(): void {
    for (const [socket, requests] of this.#requests) if (requests === 0) socket.destroy()
  }

  #count(socket: Socket, difference: number): void {
    const requests = this.#requests.get(socket)
    if (requests !== undefined) this.#requests.set(socket, requests + difference)
  }
}
