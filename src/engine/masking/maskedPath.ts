import { originalRange, type TextRange } from "../../text/FoldedText.ts"
import { mergedRanges, spanOfBoth, touch } from "../../text/mergedRanges.ts"
import { readMessage } from "../message/MessageReading.ts"
import { hideRanges } from "./hideRanges.ts"

/** Dates and order numbers in a name have a lower form as phones. */
const sureForm = 0.7

/** Without an @ or this many digits, there is nothing to hide. */
const fewestDigits = 7

/**
 * A path with the phones, cards and e-mail addresses in its names hidden. Everything else is needed to find the file;
 * hosts are not hidden, as file names look like them ("texts.md").
 */
export const maskedPath = (path: string, region: string): string =>
  mayHoldContact(path)
    ? path
        .split("/")
        .map((name) => hideRanges(name, contactsIn(name, region)))
        .join("/")
    : path

const mayHoldContact = (path: string): boolean =>
  path.includes("@") || (path.match(/\p{Nd}/gu)?.length ?? 0) >= fewestDigits

const contactsIn = (name: string, region: string): ReadonlyArray<TextRange> => {
  const reading = readMessage(name, region)
  const numbers = [...reading.phones(), ...reading.cards()].filter(({ form }) => form >= sureForm)
  return mergedRanges(
    [...numbers, ...reading.addresses().emails].map((range) => originalRange(reading.folded, range)),
    spanOfBoth,
    touch
  )
}
