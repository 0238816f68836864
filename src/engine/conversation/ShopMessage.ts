import type { Conversation } from "../Conversation.ts"
import { conversationWindow } from "../Conversation.ts"
import type { MessageJudgement } from "../message/judgeMessage.ts"
import type { RuleSet } from "../rule/RuleSet.ts"

/** A message of the shop among the others. */
export interface ShopMessage {
  /** Its index in the conversation. */
  readonly index: number
  readonly text: string
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number | undefined
  readonly judgement: MessageJudgement
  /** What in it matters to its neighbours: indices of the rule set's cues. */
  readonly cues: ReadonlyArray<number>
  /** The indices of the buyer's messages between the shop's previous one and this one. */
  readonly asked: ReadonlyArray<number>
  /** Whether the last of them asks something. */
  readonly isAsked: boolean
  /** Whether the last of them agrees or gives a number, so that nothing is left to explain. */
  readonly isGranted: boolean
}

const hour = 60 * 60 * 1000

/**
 * Parts of one contact, or of one sentence, are written in one sitting; a buyer who is asleep or a shop that is busy may lie between. In
 * milliseconds.
 */
const longestPause = 12 * hour

/** Who hides a number from nightly checks writes one part a day. In milliseconds. */
const longestPauseInNumber = 36 * hour

const questionMark = /[?？]/

/** "хорошо", "Тинькофф 8903…" */
const granted =
  /\d{4}|^\s*(?:хорошо|хор|ок|окей|ладно|спасибо|договорились|давайте|ok|okay|fine|sure|thanks|好|好的|行|жарайды|рахмет|mayli|rahmat|tamam|olur)(?!\p{L})/iu

/** The shop's messages that hold words, in their order. */
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

/** The index of what the buyer said last before a message of the shop; undefined where it answers nothing. */
export const lastQuestion = ({ asked }: ShopMessage): number | undefined => asked.at(-1)

/** Whether what stands in `one` may go on in `other`, which was written after it. */
export const isNear = (one: ShopMessage, other: ShopMessage): boolean => isWithin(longestPause, one, other)

/** Whether a number that begins in `one` may go on in `other`, which was written after it. */
export const isNearInNumber = (one: ShopMessage, other: ShopMessage): boolean =>
  isWithin(longestPauseInNumber, one, other)

/** Whether two messages were written in one sitting, by their times in milliseconds. */
export const isNearInTime = (
  one: number | undefined,
  other: number | undefined,
  pause: number = longestPause
): boolean => one === undefined || other === undefined || Math.abs(other - one) <= pause

const isWithin = (pause: number, one: ShopMessage, other: ShopMessage): boolean =>
  other.index - one.index <= conversationWindow && isNearInTime(one.at, other.at, pause)
