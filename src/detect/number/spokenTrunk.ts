/** Forms of the word: "восьмёрку", "восьмёрки". */
const named = /^восьм[её]рк[уаио]й?$/u

const before = /(?:^|[^\p{L}])(?:через|с|со|без|впереди|спереди|вначале|сначала)\s$/u
const after = /^\s(?:впереди|спереди|вначале|поставьте|добавьте|допишите|сами)(?!\p{L})/u

/** The maximum length of an adjacent word and the blank between. */
const reach = 12

/**
 * Whether the word from `start` to `end` asks to dial the trunk prefix before the number ("через восьмёрку",
 * "восьмёрку впереди"), even if it stands among the digits.
 */
export const isSpokenTrunk = (text: string, start: number, end: number): boolean =>
  named.test(text.slice(start, end)) &&
  (before.test(text.slice(Math.max(0, start - reach), start)) || after.test(text.slice(end, end + reach)))

/** The end of "через восьмёрку" if it starts with the word from `start` to `end`, otherwise undefined. */
export const endOfSpokenTrunk = (text: string, start: number, end: number): number | undefined => {
  if (text.slice(start, end) !== "через") return undefined
  const word = /^\s(восьм[её]рку)(?!\p{L})/u.exec(text.slice(end, end + reach))
  return word === null ? undefined : end + word[0].length
}
