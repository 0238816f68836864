/** Pairs of Latin letters for one Russian letter, and pairs of letters that are heard as one. */
const pairs: ReadonlyMap<string, string> = new Map([
  ["ya", "и"],
  ["ja", "и"],
  ["ia", "и"],
  ["ye", "и"],
  ["ie", "и"],
  ["yo", "и"],
  ["sh", "ш"],
  ["ch", "ч"],
  ["yi", "и"]
])

const units: ReadonlyMap<string, string> = new Map([
  ..."аоao".split("").map((letter): [string, string] => [letter, "а"]),
  ..."еёиыэяйeiyj".split("").map((letter): [string, string] => [letter, "и"]),
  ..."уюu".split("").map((letter): [string, string] => [letter, "у"]),
  ..."ьъ'".split("").map((letter): [string, string] => [letter, ""]),
  ..."дтdt".split("").map((letter): [string, string] => [letter, "т"]),
  ..."сs".split("").map((letter): [string, string] => [letter, "с"]),
  ..."шщ".split("").map((letter): [string, string] => [letter, "ш"]),
  ..."вvw".split("").map((letter): [string, string] => [letter, "в"]),
  ..."цc".split("").map((letter): [string, string] => [letter, "ц"]),
  ..."кk".split("").map((letter): [string, string] => [letter, "к"]),
  ..."нn".split("").map((letter): [string, string] => [letter, "н"]),
  ..."мm".split("").map((letter): [string, string] => [letter, "м"]),
  ..."рr".split("").map((letter): [string, string] => [letter, "р"]),
  ..."пp".split("").map((letter): [string, string] => [letter, "п"]),
  ["ч", "ч"]
])

/**
 * What a Russian number word sounds like, however it is spelled: "двацыть" and "dvadtsat" are one sound with "двадцать". Vowels that are
 * confused are one, soft signs and doubled letters are gone. The empty string for a word with a letter that no number word has.
 */
export const numeralSound = (word: string): string => {
  let sound = ""
  for (let position = 0; position < word.length; position++) {
    const pair = pairs.get(word.slice(position, position + 2))
    const unit = pair ?? units.get(word.charAt(position))
    if (unit === undefined) return ""
    if (pair !== undefined) position += 1
    if (unit === "" || sound.endsWith(unit)) continue
    const last = sound.charAt(sound.length - 1)
    // "дц", "тс" and "тц" are one sound, and no vowel is told from another after it.
    if (last === "т" && (unit === "с" || unit === "ц")) sound = `${sound.slice(0, -1)}ц`
    else if (last === "ц" && (unit === "с" || unit === "а")) sound += unit === "а" ? "и" : ""
    else sound += unit
  }
  return sound
}

const spellings = new Map<string, ReadonlyArray<string>>()
for (const [letter, unit] of units) spellings.set(unit, [...(spellings.get(unit) ?? []), letter])

/** The spellings with one letter for each unit of a sound, in Cyrillic and in Latin letters. */
export const soundSpellings = (sound: string): ReadonlyArray<string> =>
  [/[а-я]/, /[a-z]/].flatMap((script) =>
    [...sound].reduce<ReadonlyArray<string>>(
      (begun, unit) =>
        begun.flatMap((letters) =>
          (spellings.get(unit) ?? []).filter((letter) => script.test(letter)).map((letter) => letters + letter)
        ),
      [""]
    )
  )
