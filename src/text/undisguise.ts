import { cyrillicBit, digitBit, greekBit, kindOf, latinBit } from "./characterKinds.ts"

/**
 * Look-alike letters of the other script, in print or in handwriting: "u" for "и", "n" for "п", "r" for "г" and "m" for
 * "т" as in Russian handwriting, "h" for "н" from the shape of the capital. More than the confusables of Unicode TR 39.
 */
const cyrillicForLatin = new Map(
  Object.entries({
    a: "а",
    b: "в",
    c: "с",
    d: "д",
    e: "е",
    f: "ф",
    g: "д",
    h: "н",
    i: "и",
    j: "й",
    k: "к",
    l: "л",
    m: "т",
    n: "п",
    o: "о",
    p: "р",
    r: "г",
    s: "с",
    t: "т",
    u: "и",
    v: "в",
    w: "ш",
    x: "х",
    y: "у",
    z: "з"
  })
)

const latinForCyrillic = new Map(
  Object.entries({
    а: "a",
    в: "b",
    г: "r",
    д: "d",
    е: "e",
    ё: "e",
    з: "3",
    и: "u",
    й: "u",
    к: "k",
    л: "l",
    м: "m",
    н: "h",
    о: "o",
    п: "n",
    р: "p",
    с: "c",
    т: "t",
    у: "y",
    ф: "f",
    х: "x",
    ш: "w",
    ь: "b",
    ѕ: "s",
    і: "i",
    ї: "i",
    ј: "j",
    ԁ: "d",
    ԛ: "q",
    ԝ: "w",
    һ: "h",
    ғ: "f",
    ү: "y",
    ө: "o"
  })
)

const forGreek = new Map<string, readonly [latin: string, cyrillic: string]>(
  Object.entries({
    α: ["a", "а"],
    β: ["b", "в"],
    γ: ["y", "у"],
    ε: ["e", "е"],
    ζ: ["z", "з"],
    η: ["n", "п"],
    ι: ["i", "и"],
    κ: ["k", "к"],
    λ: ["l", "л"],
    μ: ["m", "м"],
    ν: ["v", "в"],
    ο: ["o", "о"],
    π: ["n", "п"],
    ρ: ["p", "р"],
    σ: ["o", "о"],
    τ: ["t", "т"],
    υ: ["u", "и"],
    φ: ["f", "ф"],
    χ: ["x", "х"],
    ω: ["w", "ш"]
  })
)

/**
 * Letters without look-alikes in the other script, neither as capitals nor in lower case: they identify the script of a
 * word.
 */
const ownCyrillic = new Set("бгджзийлпфцчшщъыэюя")
const ownLatin = new Set("dfgijlqrsvwz")

/** Letters without look-alikes in lower case only: they decide if a word has none of the former. */
const smallCyrillic = new Set("вмнт")
const smallLatin = new Set("bht")

/** Digits and signs used as letters: [next to a vowel or at the start, between consonants]. */
const cyrillicForSign = new Map<string, readonly [string, string]>(
  Object.entries({
    "0": ["о", "о"],
    "1": ["л", "и"],
    "3": ["з", "е"],
    "4": ["ч", "ч"],
    "6": ["б", "б"],
    "7": ["т", "т"],
    "8": ["в", "в"],
    "9": ["д", "д"],
    "@": ["а", "а"],
    "€": ["е", "е"],
    $: ["с", "с"]
  })
)
const latinForSign = new Map<string, readonly [string, string]>(
  Object.entries({
    "0": ["o", "o"],
    "1": ["l", "i"],
    "3": ["e", "e"],
    "4": ["a", "a"],
    "5": ["s", "s"],
    "6": ["b", "b"],
    "7": ["t", "t"],
    "8": ["b", "b"],
    "9": ["g", "g"],
    "@": ["a", "a"],
    "€": ["e", "e"],
    $: ["s", "s"]
  })
)

const vowels = new Set("аеёиоуыэюяaeiouy")

/**
 * Removes the disguise of a word: replaces letters by those of its predominant script, and digits and signs among
 * letters by letters. `word` is folded; a word of one script without digits and signs is returned unchanged.
 */
export const undisguise = (word: string): string => {
  const cyrillic: LetterCounts = { letters: 0, own: 0, small: 0 }
  const latin: LetterCounts = { letters: 0, own: 0, small: 0 }
  let greek = 0
  let digits = 0
  for (let position = 0; position < word.length; position++) {
    const kind = kindOf(word.charCodeAt(position))
    if (kind & cyrillicBit) {
      cyrillic.letters += 1
      if (ownCyrillic.has(word.charAt(position))) cyrillic.own += 1
      else if (smallCyrillic.has(word.charAt(position))) cyrillic.small += 1
    } else if (kind & latinBit) {
      latin.letters += 1
      if (ownLatin.has(word.charAt(position))) latin.own += 1
      else if (smallLatin.has(word.charAt(position))) latin.small += 1
    } else if (kind & greekBit) greek += 1
    else if (kind & digitBit) digits += 1
  }
  const cyrillicAndLatin = cyrillic.letters + latin.letters
  const letters = cyrillicAndLatin + greek
  // "3g", "b2b", "м8х45" are not disguised; a disguised word has more letters than digits.
  if (letters < 2 || (digits > 0 && digits >= letters)) return word
  if (cyrillicAndLatin === 0) return word
  const toCyrillic = isCyrillicWord(cyrillic, latin)
  const mixed = (cyrillic.letters > 0 && latin.letters > 0) || greek > 0
  let plain = ""
  for (let position = 0; position < word.length; position++) {
    const character = word.charAt(position)
    const kind = kindOf(word.charCodeAt(position))
    if (kind & latinBit && mixed && toCyrillic) {
      // A handwritten "т" is hardly ever used at the end of a word: "ваm" is "вам".
      const last = position === word.length - 1
      plain += character === "m" && last ? "м" : (cyrillicForLatin.get(character) ?? character)
    } else if (kind & cyrillicBit && mixed && !toCyrillic) plain += latinForCyrillic.get(character) ?? character
    else if (kind & greekBit && mixed) plain += forGreek.get(character)?.[toCyrillic ? 1 : 0] ?? character
    else if ((kind & (latinBit | cyrillicBit | greekBit)) === 0) plain += letterForSign(word, position, toCyrillic)
    else plain += character
  }
  return plain
}

/**
 * The count of a word's letters of one script: all, those that identify the script, and those that do so in lower case.
 */
interface LetterCounts {
  letters: number
  own: number
  small: number
}

/** Whether a word of mixed letters is Cyrillic: letters that identify the script outweigh the number of letters. */
const isCyrillicWord = (cyrillic: LetterCounts, latin: LetterCounts): boolean => {
  if (cyrillic.own > 0 !== latin.own > 0) return cyrillic.own > 0
  if (cyrillic.own === 0 && cyrillic.small > 0 !== latin.small > 0) return cyrillic.small > 0
  if (cyrillic.letters !== latin.letters) return cyrillic.letters > latin.letters
  return cyrillic.letters > 0 && latin.own <= cyrillic.own
}

const letterForSign = (word: string, position: number, toCyrillic: boolean): string => {
  const character = word.charAt(position)
  const before = word.charAt(position - 1)
  const after = word.charAt(position + 1)
  const forms = (toCyrillic ? cyrillicForSign : latinForSign).get(character)
  if (forms === undefined || !isLetter(after)) return character
  if (position === 0) {
    // "4ат", "0тзыв" are words; "4шт", "6мм", "3g" are measurements.
    const begins = character === "0" ? !vowels.has(after) : vowels.has(after)
    return begins && word.length > 2 && toCyrillic ? forms[0] : character
  }
  if (!isLetter(before)) return character
  return vowels.has(before) || vowels.has(after) ? forms[0] : forms[1]
}

const isLetter = (character: string): boolean =>
  character !== "" && (kindOf(character.charCodeAt(0)) & (latinBit | cyrillicBit | greekBit)) !== 0

/**
 * Removes repeated letters: "телегррраам" is "телеграм". Meant for words with a letter three times in a row, in which
 * doubled letters are taken for stretched too.
 */
export const unstretched = (word: string): string => {
  let plain = ""
  for (let position = 0; position < word.length; position++) {
    if (word.charCodeAt(position) !== word.charCodeAt(position - 1)) plain += word.charAt(position)
  }
  return plain
}
