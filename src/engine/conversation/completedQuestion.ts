import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import { joinTexts } from "./cutText.ts"
import { isNear, lastQuestion } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** Verbs of giving and saying, which a question may use without an object. */
const telling = new Set(
  "дать дам продиктовать продиктую оставить оставлю сказать скажу сообщить сообщу give leave vereyim берейін beraymi".split(
    " "
  )
)

/** Other words of such a question. */
const others = new Set("а и ну тогда может вам его ее их мне можно могу should shall i you it".split(" "))

/** A longer question of the buyer is about several things. In words. */
const longestQuestion = 12

/**
 * The buyer's last question together with the one before it if the last one leaves out what it is about:
 * "вы мой номер видите?", "дать?". Undefined if it is complete.
 */
export const completedQuestion = ({ shop, buyer }: Talk, position: number): ClassifiedTokens | undefined => {
  const message = shop[position]
  const earlier = shop[position - 1]
  if (message === undefined || earlier === undefined || !message.isAsked || !isNear(earlier, message)) return undefined
  const last = lastQuestion(message)
  const before = lastQuestion(earlier)
  if (last === undefined || before === undefined) return undefined
  const question = buyer.read(last)
  const verbs = question.tokens.filter(({ word }) => telling.has(word))
  const isElliptical = verbs.length === 1 && question.tokens.every(({ word }) => telling.has(word) || others.has(word))
  const subject = buyer.read(before)
  const { length } = subject.tokens
  if (!isElliptical || length === 0 || length > longestQuestion) return undefined
  const ends = subject.ends.with(-1, 0)
  return joinTexts({ ...subject, ends }, question)
}
