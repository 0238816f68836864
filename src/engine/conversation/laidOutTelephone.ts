import { spokenDigits } from "../../detect/number/spokenDigits.ts"
import type { NumberMessage } from "./NumberFragment.ts"
import type { NumberPart } from "./NumberPart.ts"
import type { ShopMessage } from "./ShopMessage.ts"

/** The maximum number of groups in which a phone number is written: "921", "345", "67", "09". */
const mostGroups = 4

/** The groups of a mobile number without its trunk prefix. */
const layout = /^(?:9\d\d|7[07]\d|5[0345]\d) \d{3} (?:\d{4}|\d\d \d\d)$/

/**
 * The digits at the end of the message at position `first` if they form a mobile number with the next messages, judged
 * by the groups alone: "номер Славы девятьсот пять", "210", "44 02". `at` returns the digits of a shop message by its
 * position, `denies` whether a message says that the digits are not what the buyer took them for.
 */
export const laidOutTelephone = (
  at: (position: number) => NumberMessage | undefined,
  denies: (message: ShopMessage) => boolean,
  first: number
): NumberPart | undefined => {
  const parts: Array<NumberPart> = []
  for (let position = first; parts.length < mostGroups; position++) {
    const figures = at(position)
    const fragment = figures?.fragments.at(-1)
    if (figures === undefined || fragment === undefined || fragment.right !== "edge" || figures.parts) break
    const isUnasked = fragment.left === "edge" && figures.message.asked.length === 0
    const isApart = position === first ? fragment.left === "word" : isUnasked || denies(figures.message)
    if (!isApart) break
    parts.push({ figures, fragment })
  }
  const groups = parts.map(({ fragment: { run } }) => (run.plus ? "" : spokenDigits(run, 0, run.parts.length)[0]))
  return parts.length > 2 && layout.test(groups.join(" ")) ? parts[0] : undefined
}
