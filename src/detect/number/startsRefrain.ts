import { digitBit, kindAt, kindOf, letterBit } from "../../text/characterKinds.ts"
import { mayBeginNumeral } from "../../text/numerals.ts"

/** Units and counted nouns separate unrelated figures: "8 см, 9 см, 16 см". */
const measures = new Set(
  (
    "шт штук штука штуки см мм м дм км мкм кг г гр грамм грамма мг т л мл мкл руб рублей рубля р р тыс дн дня дней день сут ч час часа часов мин " +
    "минут сек год года лет мес месяц месяца недель раз раза вт квт ватт в вольт а ма мач ампер гб мб тб кб гц мгц ггц дюйм дюйма дюймов пар пары пара " +
    "уп упак пачек пачка коробок коробки лист листа листов мест места место балл балла баллов процент процента процентов градус градуса градусов " +
    "х x размер до по cm mm m km kg g pcs pc pieces usd rub eur days hours min inch inches w v a ah mah gb tb mb hz size to by " +
    "adet tl gün saat dona so'm kun soat дана тг теңге күн"
  ).split(" ")
)

/** The maximum length of a refrain, which is one word. */
const longestRefrain = 12

/** The maximum number of characters between a figure and the word after it. */
const mostSigns = 3

/** The maximum length of the figures between two refrains: "девятьсот шестнадцать". */
const longestFigures = 24

/**
 * Whether a word between two figures also follows the second one, so that it only hides the number:
 * "8 кот 9 кот 2 кот". `end` is the end of the word.
 */
export const startsRefrain = (text: string, end: number, word: string): boolean => {
  if (word.length > longestRefrain || measures.has(word)) return false
  const figure = skipSigns(text, end)
  if (figure === undefined) return false
  if ((kindOf(text.charCodeAt(figure)) & digitBit) === 0 && !mayBeginNumeral(text, figure)) return false
  const again = text.slice(figure, figure + longestFigures + word.length).indexOf(word)
  if (again < 1) return false
  const after = figure + again + word.length
  return (
    (kindAt(text, figure + again - 1) & letterBit) === 0 &&
    (after >= text.length || (kindAt(text, after) & letterBit) === 0)
  )
}

/** The position of the next letter or digit, if it is near. */
const skipSigns = (text: string, from: number): number | undefined => {
  let position = from
  while (position < text.length && position - from <= mostSigns && (kindAt(text, position) & letterBit) === 0)
    position += 1
  return position < text.length && position > from && position - from <= mostSigns ? position : undefined
}
