import type { NumberRun } from "../../detect/number/NumberRun.ts"

/** "8 800", "+7 926", "8 701", "0 535": this is how a telephone begins. */
export const opensAsMobile = (run: NumberRun): boolean => /^(?:\+?[78] ?[789]\d\d|0 ?5\d\d)$/.test(writtenOut(run))

/** "8 903 218": this much of a telephone is told by its groups. */
export const beginsAsMobile = (run: NumberRun): boolean =>
  /^(?:\+?[78] ?[789]\d\d|0 ?5\d\d)(?: \d{2,3})*$/.test(writtenOut(run))

const writtenOut = ({ plus, parts }: NumberRun): string =>
  `${plus ? "+" : ""}${parts.map(({ digits }) => digits).join(" ")}`
