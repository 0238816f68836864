/** "восьмёрку", "восьмёрки" */
const named = /^восьм[её]рк[уаио]й?$/u

const before = /(?:^|[^\p{L}])(?:через|с|со|без|впереди|спереди|вначале|сначала)\s$/u
const after = /^\s(?:впереди|спереди|вначале|поставьте|добавьте|допишите|сами)(?!\p{L})/u

/** No word that speaks of the trunk prefix is longer, with the blank beside it. */
const reach = 12

/**
 * "через восьмёрку", "восьмёрку впереди": whether the word from `start` to `end` tells the reader to dial the trunk prefix before a number,
 * wherever among its figures that is said.
 */
export const isSpokenTrunk = (text: string, start: number, end: number): boolean =>
  named.test(text.slice(start, end)) &&
  (before.test(text.slice(Math.max(0, start - reach), start)) || after.test(text.slice(end, end + reach)))

/** Where "через восьмёрку" ends that begins with the word from `start` to `end`; undefined for any other words. */
export const endOfSpokenTrunk = (text: string, start: number, end: number): number | undefined => {
  if (text.slice(start, end) !== "через") return undefined
  const word = /^\s(восьм[её]рку)(?!\p{L})/u.exec(text.slice(end, end + reach))
  return word === null ? undefined : end + word[0].length
}
