import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { CompiledNumberCues } from "../rule/RuleSet.ts"
import { isDenied, opensWithDenial } from "./denials.ts"
import type { ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** Words that point at figures that were written, or that ask for a yes. */
const guessing = new Set(
  (
    "это этот эта эти этого ли да или that this it these those mı mi mu mü bu bunlar şu бұл мынау осы бул ма ме ба бе па пе shu bular " +
    "这 那 吗 吧"
  ).split(" ")
)

/** Words with which figures are asked for. */
const asking = new Set(
  (
    "сколько скок скоко почем какой какая какое какие какую каков дайте дай скажите подскажите продиктуйте пришлите напишите скиньте " +
    "how what which give tell send kaç kaça ne nedir hangi қанша неше қандай айтыңыз qancha necha nechta qanday ayting 多 几 什"
  ).split(" ")
)

/** Words that say yes to a guess. */
const agreeing = new Set(
  (
    "да ага угу верно точно именно конечно он она оно они yes yeah yep right correct exactly sure evet doğru aynen иә ия дұрыс ha xa to'g'ri " +
    "是 对 嗯"
  ).split(" ")
)

/** Whether the buyer speaks of figures of another kind than those of a number to dial or to pay to. */
const namesOther = (cues: CompiledNumberCues, text: ClassifiedTokens): boolean =>
  // "телефон какой?", "电话多少": who asks for the number of a telephone asks for these figures.
  [...cues.partedBy.match(text), ...cues.measuredBy.match(text)].some(
    ({ first, last }) => !isDenied(text.tokens, first, last)
  ) && cues.raisedBy.match(text).length === 0

/** "это артикул?", "is that the model?": what the buyer takes the figures for that were written last, and asks for none. */
export const isGuess = ({ tokens }: ClassifiedTokens): boolean =>
  tokens.some(({ word }) => guessing.has(word)) && !tokens.some(({ word }) => asking.has(word))

/** Whether the buyer asked before the message for figures of another kind ("сколько?"), or guessed that those before it are such. */
export const asksOther = ({ asked }: ShopMessage, cues: CompiledNumberCues, { buyer }: Talk): boolean =>
  asked.some((index) => namesOther(cues, buyer.read(index)))

/** Whether the buyer asked before the message for such figures, and not only guessed. */
export const wantsOther = ({ asked }: ShopMessage, cues: CompiledNumberCues, { buyer }: Talk): boolean =>
  asked.some((index) => namesOther(cues, buyer.read(index)) && !isGuess(buyer.read(index)))

/** "это артикул?", "да, артикул": whether the message says yes to such a guess. */
export const confirmsOther = (message: ShopMessage, cues: CompiledNumberCues, { buyer }: Talk): boolean => {
  const { text } = message.judgement.phrases
  const [first] = text.tokens
  if (opensWithDenial(text.tokens)) return false
  const isGuessed = message.asked.some((index) => namesOther(cues, buyer.read(index)) && isGuess(buyer.read(index)))
  return isGuessed && (agreeing.has(first?.word ?? "") || namesOther(cues, text))
}

/** "это код?", "это не код, 31": whether the message says no to what the buyer asked, or took figures for. */
export const deniesOther = (message: ShopMessage, cues: CompiledNumberCues): boolean => {
  const { tokens } = message.judgement.phrases.text
  return (
    message.asked.length > 0 &&
    (opensWithDenial(tokens) ||
      cues.partedBy.match(message.judgement.phrases.text).some(({ first, last }) => isDenied(tokens, first, last)))
  )
}
