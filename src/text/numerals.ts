import type { Numeral } from "./Numeral.ts"
import { numeralSound, soundSpellings } from "./numeralSound.ts"
import { numeralWords } from "./numeralWords.ts"
import { ordinals } from "./ordinals.ts"

/** Shorter words with a letter left out are those of too many others. */
const shortestMasked = 4

let maskedNumerals: ReadonlyMap<string, Numeral> | undefined

/** Every longer number word with each of its letters left out, made when one is first asked for. */
const maskNumerals = (): ReadonlyMap<string, Numeral> => {
  const masked = new Map<string, Numeral>()
  for (const [word, numeral] of numeralWords) {
    if (word.length < shortestMasked || numeral.weak) continue
    for (let position = 1; position < word.length - 1; position++) {
      masked.set(`${word.slice(0, position)}*${word.slice(position + 1)}`, numeral)
    }
  }
  return masked
}

/** The number word of which a letter between `before` and `after` is hidden: "вос*мь". Both are folded. */
export const numeralOfMasked = (before: string, after: string): Numeral | undefined => {
  maskedNumerals ??= maskNumerals()
  return maskedNumerals.get(`${before}*${after}`)
}

export const plusWords: ReadonlySet<string> = new Set("плюс плюсик plus artı arti қосу plyus плус".split(" "))

/** What a number word says, whatever case and typo it is in; undefined for any other word. `word` is folded. */
export const numeralOf = (word: string): Numeral | undefined => {
  const plain = withoutApostrophes(word)
  return numeralWords.get(plain) ?? heardNumeral(plain)
}

/** Whether a word is a number word as it is usually written. `word` is folded. */
export const isNumeralWord = (word: string): boolean => numeralWords.has(withoutApostrophes(word))

/** The sound of a shorter word is that of too many others. */
const shortestHeard = 5

/** Russian number words by their sound; one that two numbers have tells neither. */
const heard = new Map<string, Numeral>()

const heardNumeral = (word: string): Numeral | undefined =>
  word.length < shortestHeard || word.length > longestNumeral + 2 || !mayBeginNumeral(word, 0)
    ? undefined
    : heard.get(numeralSound(word))

/** All that a number word begins with, but not the words themselves; made when it is first asked for. */
let beginnings: ReadonlySet<string> | undefined

/** Whether letters behind a word may make a number word of it: "пят" and "де" are such, "дверь" is not. `word` is folded. */
export const mayGoOnAsNumeral = (word: string): boolean => {
  beginnings ??= new Set(
    [...numeralWords.keys()].flatMap((whole) => [...whole].map((_, length) => whole.slice(0, length)))
  )
  return beginnings.has(withoutApostrophes(word))
}

const withoutApostrophes = (word: string): string => (/['’‘ʼʻ`]/.test(word) ? word.replace(/['’‘ʼʻ`]/g, "") : word)

export const isPlusWord = (word: string): boolean => plusWords.has(word)

/** The longest word of the table; a compound is searched for no longer ones. */
const longestNumeral = [...numeralWords.keys()].reduce((most, word) => Math.max(most, word.length), 0)

/** "девятьсотдвадцатьшесть" has about 25 letters, a whole phone in one word hardly more than 90. */
const longestCompound = 100

/**
 * The number words that a word without blanks is put together of: "двадцатьшесть", "beşyüzelli". Undefined when it is not wholly of them.
 * The longest words come first; its work is bounded by the length of the longest compound.
 */
export const numeralsInCompound = (
  word: string
): ReadonlyArray<{ readonly numeral: Numeral; readonly length: number }> | undefined => {
  if (word.length > longestCompound || !mayBeginNumeral(word, 0)) return undefined
  const { length } = word
  // From the end: how long the number word at each position is with which the rest of the word is all numbers.
  const step: Array<number> = new Array(length + 1).fill(0)
  const whole: Array<boolean> = new Array(length + 1).fill(false)
  whole[length] = true
  for (let position = length - 1; position >= 0; position--) {
    for (let size = Math.min(longestNumeral, length - position); size >= 2; size--) {
      if (!whole[position + size]) continue
      const numeral = numeralWords.get(word.slice(position, position + size))
      if (numeral === undefined || numeral.weak) continue
      step[position] = size
      whole[position] = true
      break
    }
  }
  if (!whole[0]) return undefined
  const found: Array<{ readonly numeral: Numeral; readonly length: number }> = []
  for (let position = 0; position < length; ) {
    const size = step[position] ?? 1
    const numeral = numeralWords.get(word.slice(position, position + size))
    if (numeral === undefined) return undefined
    found.push({ numeral, length: size })
    position += size
  }
  return found
}

/**
 * Which words may be number words or spoken pluses, told by their first three letters: at the hash of them. Other letters may have the
 * same hash; then a closer look tells.
 */
const openings = new Uint8Array(8192)

/** The place of three UTF-16 units in the tables of how words begin. */
export const openingHash = (first: number, second: number, third: number): number =>
  (first * 961 + second * 31 + third) & 8191

/** 1 at the hash of every three letters that a number word, an ordinal or a spoken plus begins with. */
export const numeralOpenings: Readonly<Uint8Array> = openings

for (const word of [...numeralWords.keys(), ...plusWords].flatMap((known) => [known, known.replace("е", "э")])) {
  // Of a word of two letters the third is whatever stands after it.
  if (word.length < 3) for (const next of " .,-!?)\n") remember(word + next)
  else remember(word)
}

for (const ordinal of ordinals) remember(ordinal)

// Words that are cut into pieces after two letters ("де вять", "ni-ne"), or with a sign for their second or third letter ("в*семь").
for (const [word, { weak }] of numeralWords) {
  if (word.length < 4 || weak) continue
  for (const cut of " -.*_·•") remember(word.slice(0, 2) + cut)
  for (const sign of ".*_·•") remember(word.charAt(0) + sign + word.charAt(2))
}

// The table has no apostrophes: "п'ять", "to'rt", "to'qson", "o'n", "o'ttiz".
for (const apostrophe of "'’‘ʼʻ`") {
  for (const opening of ["п*я", "to*", "o*n", "o*t"]) remember(opening.replace("*", apostrophe))
}

for (const [word, numeral] of numeralWords) {
  const sound = numeral.language === "slavic" && !numeral.weak && !numeral.counted ? numeralSound(word) : ""
  if (sound.length < shortestHeard) continue
  if (heard.has(sound) && heard.get(sound)?.value !== numeral.value) heard.delete(sound)
  else heard.set(sound, numeral)
}
for (const sound of heard.keys()) for (const opening of soundSpellings(sound.slice(0, 3))) remember(opening)

function remember(opening: string): void {
  openings[openingHash(opening.charCodeAt(0), opening.charCodeAt(1), opening.charCodeAt(2))] = 1
}

/** Whether a number word or a spoken plus may begin with three small letters, UTF-16 units each. */
export const mayOpenNumeral = (first: number, second: number, third: number): boolean =>
  openings[openingHash(first, second, third)] === 1

/** Whether a number word or a spoken plus may begin at `position` of a folded text. */
export const mayBeginNumeral = (text: string, position: number): boolean =>
  mayOpenNumeral(text.charCodeAt(position), text.charCodeAt(position + 1), text.charCodeAt(position + 2))
