/** Pairs of Latin letters that stand for one sound of a Russian word. */
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
 * A phonetic key of a Russian number word, independent of its spelling: "двацыть" and "dvadtsat" have the key of
 * "двадцать". Easily confused vowels are equal; soft signs and doubled letters are dropped. The key is empty if a
 * letter occurs in no number word.
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
    // "дц", "тс" and "тц" sound alike, and vowels after them are not distinguished.
    if (last === "т" && (unit === "с" || unit === "ц")) sound = `${sound.slice(0, -1)}ц`
    else if (last === "ц" && (unit === "с" || unit === "а")) sound += unit === "а" ? "и" : ""
    else sound += unit
  }
  return sound
}

const spellings = new Map<string, ReadonlyArray<string>>()
for (const [letter, unit] of units) spellings.set(unit, [...(spellings.get(unit) ?? []), letter])

/** The spellings of a key with one letter per unit, in Cyrillic and in Latin letters. */
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
