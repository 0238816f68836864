import { commonUnits } from "./characterKinds.ts"
import { isSettledUnit } from "./fold.ts"

const smallLetters = Uint16Array.from({ length: commonUnits }, (_, unit) =>
  isSettledUnit(unit) ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : unit
)

/** The lower-case form of a UTF-16 unit of the common alphabets; any other unit is returned unchanged. */
export const smallLetter = (unit: number): number => (unit < commonUnits ? (smallLetters[unit] ?? unit) : unit)
