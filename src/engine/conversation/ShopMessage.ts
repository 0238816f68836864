import type { Conversation } from "../Conversation.ts"
import { conversationWindow } from "../Conversation.ts"
import type { MessageJudgement } from "../message/judgeMessage.ts"
import type { RuleSet } from "../rule/RuleSet.ts"

/** A message of the shop in its context. */
export interface ShopMessage {
  /** Its index in the conversation. */
  readonly index: number
  readonly text: string
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number | undefined
  readonly judgement: MessageJudgement
  /** What makes it relevant to its neighbours: indices of the rule set's cues. */
  readonly cues: ReadonlyArray<number>
  /** The indices of the buyer's messages since the shop's previous message. */
  readonly asked: ReadonlyArray<number>
  /** Whether the last of them asks something. */
  readonly isAsked: boolean
  /** Whether the last of them agrees or gives a number, so that nothing remains to be explained. */
  readonly isGranted: boolean
}

const hour = 60 * 60 * 1000

/**
 * The maximum pause between parts of one contact or sentence, in milliseconds. It allows for a buyer who is asleep or a
 * shop that is busy.
 */
const longestPause = 12 * hour

/** The maximum pause within a number, in milliseconds: one part a day evades nightly checks. */
const longestPauseInNumber = 36 * hour

const questionMark = /[?？]/

/** As in "хорошо" and "Тинькофф 8903…". */
const granted =
  /\d{4}|^\s*(?:хорошо|хор|ок|окей|ладно|спасибо|договорились|давайте|ok|okay|fine|sure|thanks|好|好的|行|жарайды|рахмет|mayli|rahmat|tamam|olur)(?!\p{L})/iu

/** The shop's messages with text, in order. */
export const shopMessages = (
  { neighbourScanner }: RuleSet,
  { messages }: Conversation,
  judgements: ReadonlyArray<MessageJudgement | undefined>
): ReadonlyArray<ShopMessage> => {
  const found: Array<ShopMessage> = []
  let asked: Array<number> = []
  for (const [index, { sender, text, at }] of messages.entries()) {
    if (sender === "CUSTOMER") asked.push(index)
    const judgement = judgements[index]
    if (judgement === undefined) continue
    const latest = messages[asked.at(-1) ?? -1]?.text ?? ""
    const isAsked = questionMark.test(latest)
    const cues = neighbourScanner.scan(judgement.phrases.text)
    found.push({ index, text, at, judgement, cues, asked, isAsked, isGranted: !isAsked && granted.test(latest) })
    asked = []
  }
  return found
}

/** The index of the buyer's last message before a message of the shop, if it answers one. */
export const lastQuestion = ({ asked }: ShopMessage): number | undefined => asked.at(-1)

/** Whether the content of `one` may continue in `other`, which was written after it. */
export const isNear = (one: ShopMessage, other: ShopMessage): boolean => isWithin(longestPause, one, other)

/** Whether a number that starts in `one` may continue in `other`, which was written after it. */
export const isNearInNumber = (one: ShopMessage, other: ShopMessage): boolean =>
  isWithin(longestPauseInNumber, one, other)

/** Whether two times, in milliseconds, are no further apart than the pause; true if one is unknown. */
export const isNearInTime = (
  one: number | undefined,
  other: number | undefined,
  pause: number = longestPause
): boolean => one === undefined || other === undefined || Math.abs(other - one) <= pause

const isWithin = (pause: number, one: ShopMessage, other: ShopMessage): boolean =>
  other.index - one.index <= conversationWindow && isNearInTime(one.at, other.at, pause)
