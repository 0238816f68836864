import { Effect, Schema } from "effect"
import { Database } from "../../src/store/Database.ts"
import { storeAt } from "../store/temporaryStore.ts"
import type { TestServer } from "./smtpServer.ts"

const MarkRow = Schema.Struct({ message_id: Schema.String, state: Schema.String })

/** The state of each mail in a database's outbox. */
export const marksIn = (path: string) =>
  Effect.gen(function* () {
    const { sql, run } = yield* Database
    const rows = yield* run(sql`SELECT message_id, state FROM outbox`)
    return yield* Schema.decodeUnknown(Schema.Array(MarkRow))(rows)
  }).pipe(Effect.provide(storeAt(path)))

/** How often a server has accepted a mail. */
export const timesTaken = (server: TestServer, id: string): number =>
  server.taken.filter(({ messageId }) => messageId === id).length

/**
 * After a kill: records how often the server accepted each mail whose reply the process had not received. SMTP cannot
 * distinguish such a mail from a lost one, so only such a mail may be sent once more.
 */
export const noteUnanswered = (path: string, server: TestServer, unanswered: Map<string, number>) =>
  Effect.map(marksIn(path), (marks) => {
    for (const { message_id, state } of marks) {
      const times = timesTaken(server, message_id)
      if (state === "sending" && times > 0) unanswered.set(message_id, times)
    }
    return marks
  })
