import type { Numeral } from "./Numeral.ts"
import { numeralSound, soundSpellings } from "./numeralSound.ts"
import { numeralWords } from "./numeralWords.ts"
import { ordinals } from "./ordinals.ts"

/** Shorter words with a masked letter match too many other words. */
const shortestMasked = 4

let maskedNumerals: ReadonlyMap<string, Numeral> | undefined

/** Every longer number word with each of its inner letters masked, computed on first use. */
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

/** The number word with one letter masked between `before` and `after`: "вос*мь". Both are folded. */
export const numeralOfMasked = (before: string, after: string): Numeral | undefined => {
  maskedNumerals ??= maskNumerals()
  return maskedNumerals.get(`${before}*${after}`)
}

export const plusWords: ReadonlySet<string> = new Set("плюс плюсик plus artı arti қосу plyus плус".split(" "))

/** The meaning of a number word in any case and with typos; undefined for any other word. `word` is folded. */
export const numeralOf = (word: string): Numeral | undefined => {
  const plain = withoutApostrophes(word)
  return numeralWords.get(plain) ?? heardNumeral(plain)
}

/** Whether a word is a number word in its usual spelling. `word` is folded. */
export const isNumeralWord = (word: string): boolean => numeralWords.has(withoutApostrophes(word))

/** The phonetic key of a shorter word matches too many other words. */
const shortestHeard = 5

/** Russian number words by phonetic key; a key shared by different numbers is omitted. */
const heard = new Map<string, Numeral>()

const heardNumeral = (word: string): Numeral | undefined =>
  word.length < shortestHeard || word.length > longestNumeral + 2 || !mayBeginNumeral(word, 0)
    ? undefined
    : heard.get(numeralSound(word))

/** The proper prefixes of the number words, computed on first use. */
let beginnings: ReadonlySet<string> | undefined

/**
 * Whether more letters could complete a word to a number word: true for "пят" and "де", false for "дверь". `word` is
 * folded.
 */
export const mayGoOnAsNumeral = (word: string): boolean => {
  beginnings ??= new Set(
    [...numeralWords.keys()].flatMap((whole) => [...whole].map((_, length) => whole.slice(0, length)))
  )
  return beginnings.has(withoutApostrophes(word))
}

const withoutApostrophes = (word: string): string => (/['’‘ʼʻ`]/.test(word) ? word.replace(/['’‘ʼʻ`]/g, "") : word)

export const isPlusWord = (word: string): boolean => plusWords.has(word)

/** The length of the longest word in the table, which limits the search in compounds. */
const longestNumeral = [...numeralWords.keys()].reduce((most, word) => Math.max(most, word.length), 0)

/** "девятьсотдвадцатьшесть" has 22 letters; a whole phone number in one word hardly exceeds 90. */
const longestCompound = 100

/**
 * Splits a word without blanks into number words, longest first: "двадцатьшесть", "beşyüzelli". Undefined if any part
 * of it is not one. The work is bounded by the maximum length of a compound.
 */
export const numeralsInCompound = (
  word: string
): ReadonlyArray<{ readonly numeral: Numeral; readonly length: number }> | undefined => {
  if (word.length > longestCompound || !mayBeginNumeral(word, 0)) return undefined
  const { length } = word
  // Filled from the end: the length of the number word at each position after which the rest of the word consists of
  // number words.
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
 * A hash set of the first three letters of number words and spoken pluses. Collisions are possible and need a closer
 * look.
 */
const openings = new Uint8Array(8192)

/** The index of three UTF-16 units in the tables of word beginnings. */
export const openingHash = (first: number, second: number, third: number): number =>
  (first * 961 + second * 31 + third) & 8191

/** 1 at the hash of the first three letters of each number word, ordinal and spoken plus. */
export const numeralOpenings: Readonly<Uint8Array> = openings

for (const word of [...numeralWords.keys(), ...plusWords].flatMap((known) => [known, known.replace("е", "э")])) {
  // The third character of a two-letter word is whatever follows it.
  if (word.length < 3) for (const next of " .,-!?)\n") remember(word + next)
  else remember(word)
}

for (const ordinal of ordinals) remember(ordinal)

// Words split after two letters ("де вять", "ni-ne"), or with a sign for the second or third letter ("в*семь").
for (const [word, { weak }] of numeralWords) {
  if (word.length < 4 || weak) continue
  for (const cut of " -.*_·•") remember(word.slice(0, 2) + cut)
  for (const sign of ".*_·•") remember(word.charAt(0) + sign + word.charAt(2))
}

// The table lacks apostrophes: "п'ять", "to'rt", "to'qson", "o'n", "o'ttiz".
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

/** Whether a number word or a spoken plus may begin with these three lower-case UTF-16 units. */
export const mayOpenNumeral = (first: number, second: number, third: number): boolean =>
  openings[openingHash(first, second, third)] === 1

/** Whether a number word or a spoken plus may begin at `position` of a folded text. */
export const mayBeginNumeral = (text: string, position: number): boolean =>
  mayOpenNumeral(text.charCodeAt(position), text.charCodeAt(position + 1), text.charCodeAt(position + 2))
