import { Effect } from "effect"
import type { Chat } from "../../src/domain/Chat.ts"
import { type ChatFinding, type ChatOutcome, ChatProgress, type PendingChat } from "../../src/store/ChatProgress.ts"
import { Runs } from "../../src/store/Runs.ts"
import { businessId, commit, pendingIn, readTo, rules } from "./sampleChats.ts"

/** What happens in one run of one business. */
export interface Night {
  readonly chats: ReadonlyArray<Chat>
  readonly findings: (chat: PendingChat) => ReadonlyArray<ChatFinding>
  readonly outcome?: (chat: PendingChat) => ChatOutcome
  readonly everything?: boolean
  readonly ruleSet?: string
  /** Why listing the chats failed, if it did. */
  readonly failure?: { readonly reason: string; readonly message: string }
}

/** Runs one night from start to finish. */
export const night = ({ chats, findings, outcome = () => readTo(50), everything, ruleSet = rules, failure }: Night) =>
  Effect.gen(function* () {
    const runs = yield* Runs
    const run = yield* runs.open(ruleSet)
    yield* runs.openBusiness(run.id, businessId)
    yield* (yield* ChatProgress).listed(run.id, businessId, chats)
    for (const chat of yield* pendingIn(run.id, everything)) {
      yield* commit(run.id, chat, outcome(chat), findings(chat), ruleSet)
    }
    if (failure !== undefined) yield* runs.failBusiness(run.id, businessId, failure, "changed")
    return yield* runs.finish(run, [businessId], ruleSet)
  })
