/** The sound of a shorter word is that of too many others: "решим" sounds like "режим". */
export const shortestSound = 6

/** Misspelling may cost a word a letter ("скинте"), doubling or Latin letters may add some. */
export const shortestHeard = shortestSound - 1

/** No word whose sound matters is longer; the sound of a longer one is that of its beginning. */
export const longestSound = 20

/**
 * What a Russian or Kazakh word sounds like, roughly, whether it is written right, wrong or in Latin letters: "вацапп", "ватсап" and
 * "vacap" are one sound, and so are "тилифон" and "telefon", "нөміріңіз" and "nomiriniz". Vowels that are confused are one, voiced
 * consonants are voiceless, soft signs and doubled letters are gone. The empty string for a word with a letter that has no sound here.
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

/** Pairs of Latin letters for one Russian letter; other Latin letters stand for one each. */
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

/** The same by the letter's code: every word of every message is asked for. */
const soundByCode: ReadonlyArray<string | undefined> = Array.from({ length: 0x500 }, (_, code) =>
  letters.get(String.fromCharCode(code))
)
