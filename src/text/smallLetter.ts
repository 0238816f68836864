import { commonUnits } from "./characterKinds.ts"
import { isSettledUnit } from "./fold.ts"

const smallLetters = Uint16Array.from({ length: commonUnits }, (_, unit) =>
  isSettledUnit(unit) ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : unit
)

/** The small letter of a UTF-16 unit of the common alphabets; any other unit is given back. */
export const smallLetter = (unit: number): number => (unit < commonUnits ? (smallLetters[unit] ?? unit) : unit)
