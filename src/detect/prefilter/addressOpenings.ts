import { officeNames } from "../address/postOffices.ts"
import { webWords } from "../address/spelledLabels.ts"
import { domainAdjectives, dotNouns, nameEnd, signWords } from "../address/spelledSigns.ts"
import { dotlessTops, topsBeforePages } from "../address/topLevels.ts"
import { fullStop, isTellingRole, shortestOffice } from "./tellsAddress.ts"

/** So many letters of a word are looked at. */
const openingLetters = 3

/** How a word begins; of a shorter one also what may stand behind it. */
const openingsOf = (word: string, ends: string): ReadonlyArray<string> =>
  word.length < openingLetters ? [...ends].map((end) => word + end) : [word.slice(0, openingLetters)]

const addressWords = [
  ...[...signWords].filter(([, role]) => isTellingRole(role)).map(([word]) => word),
  ...dotNouns,
  ...domainAdjectives,
  ...officeNames.filter(({ length }) => length >= shortestOffice),
  ...webWords,
  nameEnd,
  fullStop
]

/** How the words begin that an address can be spelled with. */
export const addressOpenings: ReadonlySet<string> = new Set(addressWords.flatMap((word) => openingsOf(word, " -")))

/** How the top levels begin before which a blank may stand for a dot. */
export const dotlessOpenings: ReadonlyArray<string> = [
  ...[...dotlessTops].flatMap((top) => openingsOf(top, " .,;:!?/)»\"'\n")),
  ...topsBeforePages.flatMap((top) => openingsOf(top, "/"))
]
