import type { NumberRun } from "../../detect/number/NumberRun.ts"
import { spokenDigits } from "../../detect/number/spokenDigits.ts"

/** Whether a run is the beginning of a mobile number: "8 800", "+7 926", "8 701", "0 535", "сегіз жеті жүз бес". */
export const opensAsMobile = (run: NumberRun): boolean => /^(?:\+?[78] ?[789]\d\d|0 ?5\d\d)$/.test(writtenOut(run))

/** Whether a run is a longer beginning of a mobile number, judging by its groups: "8 903 218". */
export const beginsAsMobile = (run: NumberRun): boolean =>
  /^(?:\+?[78] ?[789]\d\d|0 ?5\d\d)(?: \d{2,3})*$/.test(writtenOut(run))

const writtenOut = (run: NumberRun): string => {
  const { plus, parts } = run
  const isSpoken = parts.some(({ numeral }) => numeral !== undefined)
  const digits = isSpoken ? (spokenDigits(run, 0, parts.length)[0] ?? "") : parts.map((part) => part.digits).join(" ")
  return `${plus ? "+" : ""}${digits}`
}
