import { Effect, Schema } from "effect"
import { Database } from "../../src/store/Database.ts"
import { storeAt } from "../store/temporaryStore.ts"
import type { TestServer } from "./smtpServer.ts"

const MarkRow = Schema.Struct({ message_id: Schema.String, state: Schema.String })

/** What the outbox of a database says of each mail. */
export const marksIn = (path: string) =>
  Effect.gen(function* () {
    const { sql, run } = yield* Database
    const rows = yield* run(sql`SELECT message_id, state FROM outbox`)
    return yield* Schema.decodeUnknown(Schema.Array(MarkRow))(rows)
  }).pipe(Effect.provide(storeAt(path)))

/** How often a server has taken a mail. */
export const timesTaken = (server: TestServer, id: string): number =>
  server.taken.filter(({ messageId }) => messageId === id).length

/**
 * After a kill: notes how often each mail was taken of which the process had no answer yet. SMTP cannot tell such a mail
 * from one that got lost, so it alone may come once more.
 */
export const noteUnanswered = (path: string, server: TestServer, unanswered: Map<string, number>) =>
  Effect.map(marksIn(path), (marks) => {
    for (const { message_id, state } of marks) {
      const times = timesTaken(server, message_id)
      if (state === "sending" && times > 0) unanswered.set(message_id, times)
    }
    return marks
  })
