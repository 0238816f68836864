import type { Server } from "node:http"
import type { Socket } from "node:net"

/** The connections of a server, and how many requests each of them has open. */
export class Connections {
  readonly #requests = new Map<Socket, number>()

  /** Follows the connections that a server takes from now on. */
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

  /** Cuts those on which nothing was ever sent. */
  cutSilent(): void {
    for (const socket of this.#requests.keys()) if (socket.bytesRead === 0) socket.destroy()
  }

  /** Cuts those on which no request is open. */
  cutUnasked(): void {
    for (const [socket, requests] of this.#requests) if (requests === 0) socket.destroy()
  }

  #count(socket: Socket, difference: number): void {
    const requests = this.#requests.get(socket)
    if (requests !== undefined) this.#requests.set(socket, requests + difference)
  }
}
