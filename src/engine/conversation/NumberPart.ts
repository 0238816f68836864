import type { NumberRun } from "../../detect/number/NumberRun.ts"
import { spokenDigits } from "../../detect/number/spokenDigits.ts"
import { opensAsMobile } from "./mobileOpenings.ts"
import type { NumberFragment, NumberMessage } from "./NumberFragment.ts"

/** A part of a number: figures of one message. */
export interface NumberPart {
  readonly figures: NumberMessage
  readonly fragment: NumberFragment
}

/** Whether figures are grouped like those of a card: "4276 5501", "сберовская. 0923 8470". */
export const isInFours = ({ run }: NumberFragment): boolean => run.parts.every(({ digits }) => digits.length === 4)

/** Most cards have four groups of four digits. */
const cardDigits = 16

/**
 * Whether figures form a complete card, regardless of those before and after it: "1500", "2204 3200", "8156 4975",
 * "3600 за оба".
 */
export const isCardInFours = (parts: ReadonlyArray<NumberPart>, digits: number): boolean =>
  digits === cardDigits && parts.every(({ fragment }) => isInFours(fragment))

/** Whether figures start a mobile number after a word that does not say otherwise: "сервис 8 800". */
export const opensMobile = (fragment: NumberFragment): boolean =>
  fragment.left === "word" && opensAsMobile(fragment.run)

/** Whether figures are grouped as only a phone number without its first digit is: "926", "123", "45-67". */
export const isLaidOut = (parts: ReadonlyArray<NumberPart>): boolean =>
  /^(?:3 3 4|3 7|3 3 2 2|3 2 2 3|5 5|6 4|(?:1 ){9}1)$/.test(
    parts.flatMap(({ fragment: { run } }) => groupsOf(run).map(({ length }) => length)).join(" ")
  )

/** The digit groups of a run, as written or as the value of its number words. */
const groupsOf = (run: NumberRun): ReadonlyArray<string> =>
  run.parts.some(({ numeral }) => numeral?.kind !== "unit" && numeral !== undefined)
    ? spokenDigits(run, 0, run.parts.length).slice(0, 1)
    : run.parts.map(({ digits }) => digits)

/** The fragment with the most digits; the first one in a tie. */
export const longestFragment = (fragments: ReadonlyArray<NumberFragment>): NumberFragment | undefined =>
  fragments.reduce<NumberFragment | undefined>(
    (most, fragment) => (most === undefined || fragment.digits > most.digits ? fragment : most),
    undefined
  )
