import { Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import { Chat, type ChatId } from "../domain/Chat.ts"
import type { RuleId } from "../domain/Rule.ts"
import type { BusinessChats } from "../market/MarketClient.ts"
import type { MarketError } from "../market/MarketError.ts"
import { ChatProgress, type PendingChat } from "../store/ChatProgress.ts"
import { outsideOfRuns } from "../store/outsideOfRuns.ts"
import type { StoreError } from "../store/StoreError.ts"
import { businessJudging } from "./businessJudging.ts"
import { ChatReading } from "./ChatReading.ts"
import type { Judge } from "./Judge.ts"
import { readHistory } from "./readHistory.ts"

/** The result of scanning a single chat. */
export interface ScannedChat {
  /** How many messages had not been read before. */
  readonly messages: number
  /** The rule of each reported finding in the new messages and those judged together with them. */
  readonly rules: ReadonlyArray<RuleId>
}

const unknownChat = (chatId: ChatId): PendingChat => ({
  chatId,
  context: "",
  orderId: null,
  updatedAt: Option.none(),
  cursor: Option.none(),
  ruleSet: Option.none()
})

/**
 * Scans a single chat from its cursor, and saves its findings and cursor together. The caller must hold the database's
 * lock for a chat. Unlike a run, it saves nothing if the chat cannot be read to its end.
 */
export const scanChat = (
  chats: BusinessChats,
  businessId: BusinessId,
  chatId: ChatId,
  judge: Judge
): Effect.Effect<ScannedChat, MarketError | StoreError, ChatProgress> =>
  Effect.gen(function* () {
    const chatProgress = yield* ChatProgress
    const known = yield* chatProgress.find(businessId, chatId)
    const pending = Option.getOrElse(known, () => unknownChat(chatId))
    const judging = businessJudging(judge, businessId)
    const { chat, reading, error } = yield* readHistory(chats, pending, (begun) => new ChatReading(judging, begun))
    if (Option.isSome(error)) return yield* error.value
    const { context } = reading
    if (Option.isNone(known)) {
      yield* chatProgress.listed(outsideOfRuns, businessId, [
        new Chat({ id: chatId, context, updatedAt: Option.none() })
      ])
    }
    const findings = reading.findings()
    // Never settled, so that the next run reads the chat again.
    const outcome = reading.outcome({ isSettled: false })
    yield* chatProgress.commit({
      runId: outsideOfRuns,
      businessId,
      ruleSet: judging.digest,
      chat: Option.isSome(known)
        ? chat
        : { ...chat, context: context.type, orderId: Option.getOrNull(context.orderId) },
      findings,
      outcome,
      requests: { list: 0, history: 0, retries: 0 }
    })
    const reported = findings.filter(({ confidence }) => confidence >= judge.minConfidence)
    return { messages: outcome.messages, rules: reported.map(({ rule }) => rule) }
  })
