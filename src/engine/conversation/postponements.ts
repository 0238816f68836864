import type { Token } from "../../text/Token.ts"

const postponements = new Set(
  (
    "спрошу уточню узнаю посоветуюсь проверю гляну подумаю посмотрю поговорю минутку минуточку минуту секунду секундочку сек щас момент " +
    "подождите обождите check ask second sec moment minute wait 等 问 sorayım soracağım bakayım bakıyorum bekleyin dakika сұрайын сұраймын " +
    "күтіңіз күте so'rayman so'ray so'rab kuting сўрайман кутинг"
  ).split(" ")
)

/** A longer message says more than that the answer has to wait. In words. */
const longestPostponement = 8

/** Whether the shop says that it will answer later: "Сейчас спрошу у логиста", "let me check". */
export const isPostponement = (tokens: ReadonlyArray<Token>): boolean =>
  tokens.length <= longestPostponement &&
  tokens.some(({ word }) => postponements.has(word)) &&
  !tokens.some(({ question }) => question)
