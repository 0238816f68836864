import type { AddressInfo } from "node:net"
import { Effect, type Scope } from "effect"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"

/** A mail that the server has answered for. */
export interface TakenMail {
  readonly from: string
  readonly to: ReadonlyArray<string>
  readonly messageId: string
  readonly content: string
  readonly isEncrypted: boolean
}

/** What the server answers at a step in place of taking the mail. */
export type Answer = { readonly status: number; readonly text: string } | "drop" | "accept"

/** A server's behaviour, step by step; what is not given is accepted. */
export interface Behaviour {
  readonly onRecipient?: (address: string) => Answer
  /** After the whole mail has come. "drop" takes the mail and closes without a word. */
  readonly onMessage?: (messageId: string) => Answer
  readonly onSender?: (address: string) => Answer
  /** Closes the connection when so many bytes of the content have come. */
  readonly cutAfterBytes?: () => number | undefined
  /** How long the server takes over a mail, in milliseconds. */
  readonly thinks?: () => number
  readonly options?: SMTPServerOptions
}

/** A server that is running. */
export interface TestServer {
  readonly port: number
  readonly taken: ReadonlyArray<TakenMail>
  /** What came, in its order: `RCPT a@b`, `DATA`. */
  readonly steps: ReadonlyArray<string>
}

const refusal = ({ status, text }: { readonly status: number; readonly text: string }): Error =>
  Object.assign(new Error(text), { responseCode: status })

const messageIdOf = (content: string): string => /^message-id: <(.+)>/im.exec(content)?.[1] ?? ""

/** A real SMTP server on a free port of this machine; it ends with the scope. */
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
    // A client that goes away in the middle is what these tests are about.
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
