import type { AddressInfo } from "node:net"
import { Effect, type Scope } from "effect"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"

/** A mail that the server has accepted. */
export interface TakenMail {
  readonly from: string
  readonly to: ReadonlyArray<string>
  readonly messageId: string
  readonly content: string
  readonly isEncrypted: boolean
}

/** The server's reply at a step instead of acceptance. */
export type Answer = { readonly status: number; readonly text: string } | "drop" | "accept"

/** A server's behaviour at each step; it accepts what is not given. */
export interface Behaviour {
  readonly onRecipient?: (address: string) => Answer
  /** After the whole mail has been received. "drop" accepts the mail and closes without a reply. */
  readonly onMessage?: (messageId: string) => Answer
  readonly onSender?: (address: string) => Answer
  /** Closes the connection after this many bytes of the content. */
  readonly cutAfterBytes?: () => number | undefined
  /** The server's delay for each mail, in milliseconds. */
  readonly thinks?: () => number
  readonly options?: SMTPServerOptions
}

/** A running server. */
export interface TestServer {
  readonly port: number
  readonly taken: ReadonlyArray<TakenMail>
  /** The commands received, in order: `RCPT a@b`, `DATA`. */
  readonly steps: ReadonlyArray<string>
}

const refusal = ({ status, text }: { readonly status: number; readonly text: string }): Error =>
  Object.assign(new Error(text), { responseCode: status })

const messageIdOf = (content: string): string => /^message-id: <(.+)>/im.exec(content)?.[1] ?? ""

/** Starts a real SMTP server on a free local port; it stops with the scope. */
export const startSmtpServer = (behaviour: Behaviour = {}): Effect.Effect<TestServer, never, Scope.Scope> =>
  Effect.gen(function* () {
    const taken: Array<TakenMail> = []
    const steps: Array<string> = []
    const answer = (given: Answer | undefined, close: () => void, end: (error?: Error | null) => void) => {
      if (given === "drop") return close()
      return given === undefined || given === "accept" ? end() : end(refusal(given))
    }
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      disableReverseLookup: true,
      logger: false,
      onMailFrom: ({ address }, _, end) => answer(behaviour.onSender?.(address), () => undefined, end),
      onRcptTo: ({ address }, _, end) => {
        steps.push(`RCPT ${address}`)
        return answer(behaviour.onRecipient?.(address), () => undefined, end)
      },
      onData: (stream, session, end) => {
        steps.push("DATA")
        const close = () => {
          for (const connection of server.connections) connection.close()
        }
        const cut = behaviour.cutAfterBytes?.()
        let content = ""
        let isCut = false
        stream.on("data", (piece: Buffer) => {
          content += piece.toString("latin1")
          if (cut === undefined || content.length < cut || isCut) return
          isCut = true
          close()
        })
        stream.on("end", () => {
          if (isCut) return
          setTimeout(() => {
            const messageId = messageIdOf(content)
            const given = behaviour.onMessage?.(messageId)
            if (given === undefined || given === "accept" || given === "drop") {
              const { mailFrom, rcptTo } = session.envelope
              taken.push({
                from: mailFrom === false ? "" : mailFrom.address,
                to: rcptTo.map(({ address }) => address),
                messageId,
                content,
                isEncrypted: session.secure
              })
            }
            answer(given, close, end)
          }, behaviour.thinks?.() ?? 0)
        })
      },
      ...behaviour.options
    })
    // These tests are about clients that disconnect.
    server.on("error", () => undefined)
    yield* Effect.acquireRelease(
      Effect.async<void>((resume) => {
        server.listen(0, "127.0.0.1", () => resume(Effect.void))
      }),
      () =>
        Effect.async<void>((resume) => {
          server.close(() => resume(Effect.void))
          for (const connection of server.connections) connection.close()
        })
    )
    const address = server.server.address() as AddressInfo
    return { port: address.port, taken, steps }
  })
