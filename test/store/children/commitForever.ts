import { Effect } from "effect"
import { ChatProgress } from "../../../src/store/ChatProgress.ts"
import { Runs } from "../../../src/store/Runs.ts"
import { businessId, commit, finding, listedChat, pendingIn, readTo, rules } from "../sampleChats.ts"
import { storeAt } from "../temporaryStore.ts"

const chats = 400

// Saves one chat after another, with 60 findings each, in the database named on the command line, until killed.
const work = Effect.gen(function* () {
  const runs = yield* Runs
  const run = yield* runs.open(rules)
  yield* runs.openBusiness(run.id, businessId)
  yield* (yield* ChatProgress).listed(
    run.id,
    businessId,
    Array.from({ length: chats }, (_, index) => listedChat(index + 1))
  )
  for (const chat of yield* pendingIn(run.id)) {
    const findings = Array.from({ length: 60 }, (_, index) => finding(`${chat.chatId}-${index}`))
    yield* commit(run.id, chat, readTo(60), findings)
    yield* Effect.sync(() => process.stdout.write(`kept ${chat.chatId}.\n`))
  }
})

await Effect.runPromise(Effect.provide(work, storeAt(process.argv[2] ?? "")))
