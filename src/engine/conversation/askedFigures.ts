import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { CompiledNumberCues } from "../rule/RuleSet.ts"
import { isDenied, opensWithDenial } from "./denials.ts"
import type { ShopMessage } from "./ShopMessage.ts"
import { agreement } from "./shortAnswers.ts"
import type { Talk } from "./Talk.ts"

/** Words that point to previous figures or ask for confirmation. */
const guessing = new Set(
  (
    "это этот эта эти этого ли да или that this it these those mı mi mu mü bu bunlar şu бұл мынау осы бул ма ме ба бе па пе shu bular " +
    "这 那 吗 吧"
  ).split(" ")
)

/** Words that ask for figures. */
const asking = new Set(
  (
    "сколько скок скоко почем какой какая какое какие какую каков дайте дай скажите подскажите продиктуйте пришлите напишите скиньте " +
    "how what which give tell send kaç kaça ne nedir hangi қанша неше қандай айтыңыз qancha necha nechta qanday ayting 多 几 什"
  ).split(" ")
)

/** Words that confirm a guess about figures. */
const agreeing = new Set([...agreement, ..."он она оно они sure aynen ия дұрыс xa to'g'ri 嗯".split(" ")])

/** Whether the buyer refers to figures other than those of a phone or card. */
const namesOther = (cues: CompiledNumberCues, text: ClassifiedTokens): boolean =>
  // "телефон какой?", "电话多少": a question for a phone number asks for these very figures.
  [...cues.partedBy.match(text), ...cues.measuredBy.match(text)].some(
    ({ first, last }) => !isDenied(text.tokens, first, last)
  ) && cues.raisedBy.match(text).length === 0

/**
 * Whether the buyer guesses what the previous figures are and does not ask for any: "это артикул?",
 * "is that the model?".
 */
export const isGuess = ({ tokens }: ClassifiedTokens): boolean =>
  tokens.some(({ word }) => guessing.has(word)) && !tokens.some(({ word }) => asking.has(word))

/**
 * Whether the buyer asked for other figures before the message ("сколько?"), or guessed that the previous ones are
 * such.
 */
export const asksOther = ({ asked }: ShopMessage, cues: CompiledNumberCues, { buyer }: Talk): boolean =>
  asked.some((index) => namesOther(cues, buyer.read(index)))

/** Whether the buyer asked for other figures before the message, and did not just guess. */
export const wantsOther = ({ asked }: ShopMessage, cues: CompiledNumberCues, { buyer }: Talk): boolean =>
  asked.some((index) => namesOther(cues, buyer.read(index)) && !isGuess(buyer.read(index)))

/** Whether the message confirms such a guess: "это артикул?", "да, артикул". */
export const confirmsOther = (message: ShopMessage, cues: CompiledNumberCues, { buyer }: Talk): boolean => {
  const { text } = message.judgement.phrases
  const [first] = text.tokens
  if (opensWithDenial(text.tokens)) return false
  const isGuessed = message.asked.some((index) => namesOther(cues, buyer.read(index)) && isGuess(buyer.read(index)))
  return isGuessed && (agreeing.has(first?.word ?? "") || namesOther(cues, text))
}

/** Whether the message denies what the buyer asked or guessed: "это код?", "это не код, 31". */
export const deniesOther = (message: ShopMessage, cues: CompiledNumberCues): boolean => {
  const { tokens } = message.judgement.phrases.text
  return (
    message.asked.length > 0 &&
    (opensWithDenial(tokens) ||
      cues.partedBy.match(message.judgement.phrases.text).some(({ first, last }) => isDenied(tokens, first, last)))
  )
}
