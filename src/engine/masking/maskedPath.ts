import { originalRange, type TextRange } from "../../text/FoldedText.ts"
import { mergedRanges, spanOfBoth, touch } from "../../text/mergedRanges.ts"
import { readMessage } from "../message/MessageReading.ts"
import { hideRanges } from "./hideRanges.ts"

/** A day or the number of an order in a name is less of a phone than this. */
const sureForm = 0.7

/** Without an @ or so many digits there is nothing to hide. */
const fewestDigits = 7

/**
 * A path without the phones, cards and e-mail addresses that stand in its names. All else is needed to find the file again: what looks like a
 * host ("texts.md") is none here.
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
