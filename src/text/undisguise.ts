import { cyrillicBit, digitBit, greekBit, kindOf, latinBit } from "./characterKinds.ts"

/**
 * Letters of one script that are written for those of another. They look alike in print or by hand: "u" for "и", "n" for "п", "r" for
 * "г" and "m" for "т" as in Russian handwriting, "h" for "н" by the shape of the capital. Beyond the confusables of Unicode TR 39.
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

/** Letters whose capitals and small letters look like none of the other script: they tell of which script a word is. */
const ownCyrillic = new Set("бгджзийлпфцчшщъыэюя")
const ownLatin = new Set("dfgijlqrsvwz")

/** Letters of which only the small form looks like none of the other script; they tell where no word of the first kind does. */
const smallCyrillic = new Set("вмнт")
const smallLatin = new Set("bht")

/** A digit or a sign for a letter: [between vowels or beside one, between consonants]. */
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
 * The word behind a disguised one: letters of another script as those of the script that most of the word is of, digits and signs
 * among letters as letters, a letter repeated for show once. `word` is folded; nothing changes in a word of one script without digits.
 */
export const undisguise = (word: string): string => {
  let cyrillic = 0
  let latin = 0
  let greek = 0
  let ownOfCyrillic = 0
  let ownOfLatin = 0
  let smallOfCyrillic = 0
  let smallOfLatin = 0
  let digits = 0
  for (let position = 0; position < word.length; position++) {
    const kind = kindOf(word.charCodeAt(position))
    if (kind & cyrillicBit) {
      cyrillic += 1
      if (ownCyrillic.has(word.charAt(position))) ownOfCyrillic += 1
      else if (smallCyrillic.has(word.charAt(position))) smallOfCyrillic += 1
    } else if (kind & latinBit) {
      latin += 1
      if (ownLatin.has(word.charAt(position))) ownOfLatin += 1
      else if (smallLatin.has(word.charAt(position))) smallOfLatin += 1
    } else if (kind & greekBit) greek += 1
    else if (kind & digitBit) digits += 1
  }
  const letters = cyrillic + latin + greek
  // "3g", "b2b", "м8х45" are what they are; a word has more letters than digits.
  if (letters < 2 || (digits > 0 && digits >= letters)) return word
  const toCyrillic =
    ownOfCyrillic > 0 !== ownOfLatin > 0
      ? ownOfCyrillic > 0
      : ownOfCyrillic === 0 && smallOfCyrillic > 0 !== smallOfLatin > 0
        ? smallOfCyrillic > 0
        : cyrillic === latin
          ? cyrillic > 0 && ownOfLatin <= ownOfCyrillic
          : cyrillic > latin
  // A word of Greek is Greek.
  const mixed = (cyrillic > 0 && latin > 0) || (greek > 0 && cyrillic + latin > 0)
  if (cyrillic + latin === 0) return word
  let plain = ""
  for (let position = 0; position < word.length; position++) {
    const character = word.charAt(position)
    const kind = kindOf(word.charCodeAt(position))
    if (kind & latinBit && mixed && toCyrillic) {
      // Hardly anybody ends a word with a hand-written "т": "ваm" is "вам".
      const last = position === word.length - 1
      plain += character === "m" && last ? "м" : (cyrillicForLatin.get(character) ?? character)
    } else if (kind & cyrillicBit && mixed && !toCyrillic) plain += latinForCyrillic.get(character) ?? character
    else if (kind & greekBit && mixed) plain += forGreek.get(character)?.[toCyrillic ? 1 : 0] ?? character
    else if ((kind & (latinBit | cyrillicBit | greekBit)) === 0) plain += letterForSign(word, position, toCyrillic)
    else plain += character
  }
  return plain
}

const letterForSign = (word: string, position: number, toCyrillic: boolean): string => {
  const character = word.charAt(position)
  const before = word.charAt(position - 1)
  const after = word.charAt(position + 1)
  const forms = (toCyrillic ? cyrillicForSign : latinForSign).get(character)
  if (forms === undefined || !isLetter(after)) return character
  if (position === 0) {
    // "4ат", "0тзыв": a word; "4шт", "6мм", "3g": a measure.
    const begins = character === "0" ? !vowels.has(after) : vowels.has(after)
    return begins && word.length > 2 && toCyrillic ? forms[0] : character
  }
  if (!isLetter(before)) return character
  return vowels.has(before) || vowels.has(after) ? forms[0] : forms[1]
}

const isLetter = (character: string): boolean =>
  character !== "" && (kindOf(character.charCodeAt(0)) & (latinBit | cyrillicBit | greekBit)) !== 0

/** "телегррраам" is "телеграм": where a letter is written three times or more, all doubled letters of the word are for show. */
export const unstretched = (word: string): string => {
  let plain = ""
  for (let position = 0; position < word.length; position++) {
    if (word.charCodeAt(position) !== word.charCodeAt(position - 1)) plain += word.charAt(position)
  }
  return plain
}
