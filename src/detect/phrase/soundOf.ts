/** Shorter words share their key with too many others: "решим" sounds like "режим". */
export const shortestSound = 6

/** A misspelling may drop a letter ("скинте"); doubling or transliteration may add some. */
export const shortestHeard = shortestSound - 1

/** The maximum length of a keyed word; a longer word has the key of its beginning. */
export const longestSound = 20

/**
 * A rough phonetic key of a Russian or Kazakh word, independent of misspellings and transliteration: "вацапп", "ватсап"
 * and "vacap" have the same key, and so do "тилифон" and "telefon", "нөміріңіз" and "nomiriniz". Easily confused vowels
 * are equal, voiced consonants become voiceless, soft signs and doubled letters are dropped. Empty if a letter has no
 * sound here.
 */
export const soundOf = (word: string): string => {
  let sound = ""
  let last = ""
  for (let position = 0; position < word.length; position++) {
    const code = word.charCodeAt(position)
    const pair = code < firstCyrillic ? digraphs.get(word.slice(position, position + 2)) : undefined
    const units = pair ?? soundByCode[code]
    if (units === undefined) return ""
    if (pair !== undefined) position += 1
    if (units.length === 1) {
      if (units !== last) sound += units
      last = units
      continue
    }
    for (const unit of units) {
      if (unit !== last) sound += unit
      last = unit
    }
  }
  return sound
}

/** Pairs of Latin letters for one Russian letter. */
const digraphs: ReadonlyMap<string, string> = new Map([
  ["ya", "а"],
  ["ja", "а"],
  ["yu", "у"],
  ["ju", "у"],
  ["yo", "и"],
  ["sh", "ш"],
  ["zh", "ш"],
  ["ch", "ч"],
  ["kh", "х"]
])

const letters: ReadonlyMap<string, string> = new Map([
  ..."аояәөaoäáóö".split("").map((letter): [string, string] => [letter, "а"]),
  ..."еёэиыіeiyıýé".split("").map((letter): [string, string] => [letter, "и"]),
  ..."уюұүuūúü".split("").map((letter): [string, string] => [letter, "у"]),
  ..."йьъj'".split("").map((letter): [string, string] => [letter, ""]),
  ..."бпbp".split("").map((letter): [string, string] => [letter, "п"]),
  ..."вфvfw".split("").map((letter): [string, string] => [letter, "ф"]),
  ..."гкғқgkqğ".split("").map((letter): [string, string] => [letter, "к"]),
  ..."хһh".split("").map((letter): [string, string] => [letter, "х"]),
  ..."дтdt".split("").map((letter): [string, string] => [letter, "т"]),
  ..."жшщş".split("").map((letter): [string, string] => [letter, "ш"]),
  ..."зсzs".split("").map((letter): [string, string] => [letter, "с"]),
  ["ч", "ч"],
  ["ц", "тс"],
  ["c", "тс"],
  ["x", "кс"],
  ..."лl".split("").map((letter): [string, string] => [letter, "л"]),
  ..."мm".split("").map((letter): [string, string] => [letter, "м"]),
  ..."нңnñń".split("").map((letter): [string, string] => [letter, "н"]),
  ..."рr".split("").map((letter): [string, string] => [letter, "р"])
])

const firstCyrillic = 0x400

/** `letters` by code, as the keys of all words of all messages are computed. */
const soundByCode: ReadonlyArray<string | undefined> = Array.from({ length: 0x500 }, (_, code) =>
  letters.get(String.fromCharCode(code))
)
