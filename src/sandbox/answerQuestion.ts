import { Either } from "effect"
import { type Answer, refusal, result } from "./Answer.ts"
import { chatHistory } from "./chatHistory.ts"
import { listCampaigns } from "./listCampaigns.ts"
import { listChats } from "./listChats.ts"
import type { Question } from "./Question.ts"
import type { SandboxOptions } from "./SandboxOptions.ts"

/** Answers an admitted request. */
export const answerQuestion = (question: Question, options: SandboxOptions): Answer => {
  switch (question.method) {
    case "campaigns":
      return Either.merge(listCampaigns(question))
    case "list":
      return Either.merge(listChats(question, options.list ?? {}))
    case "history":
      return Either.merge(chatHistory(question, options.history ?? {}, options.chats ?? {}))
    case "token":
      return result({ apiKey: { name: "chatlint", authScopes: question.shop.scopes } })
    case "unknown":
      return refusal(404, "Resource not found")
  }
}
