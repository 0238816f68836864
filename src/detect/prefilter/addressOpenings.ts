import { officeNames } from "../address/postOffices.ts"
import { webWords } from "../address/spelledLabels.ts"
import { domainAdjectives, dotNouns, nameEnd, signWords } from "../address/spelledSigns.ts"
import { dotlessTops, topsBeforePages } from "../address/topLevels.ts"
import { fullStop, isAddressRole, shortestOffice } from "./isAddressSign.ts"

/** The length of the hashed word beginnings. */
const openingLetters = 3

/** The beginning of a word; a shorter word is extended by each character that may follow it. */
const openingsOf = (word: string, ends: string): ReadonlyArray<string> =>
  word.length < openingLetters ? [...ends].map((end) => word + end) : [word.slice(0, openingLetters)]

const addressWords = [
  ...[...signWords].filter(([, role]) => isAddressRole(role)).map(([word]) => word),
  ...dotNouns,
  ...domainAdjectives,
  ...officeNames.filter(({ length }) => length >= shortestOffice),
  ...webWords,
  nameEnd,
  fullStop
]

/** The beginnings of words used in spelled addresses. */
export const addressOpenings: ReadonlySet<string> = new Set(addressWords.flatMap((word) => openingsOf(word, " -")))

/** The beginnings of top-level domains that may follow a blank in place of a dot. */
export const dotlessOpenings: ReadonlyArray<string> = [
  ...[...dotlessTops].flatMap((top) => openingsOf(top, " ")),
  ...topsBeforePages.flatMap((top) => openingsOf(top, "/"))
]
