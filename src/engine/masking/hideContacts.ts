import { readMessage } from "../message/MessageReading.ts"
import { contactRanges } from "./contactRanges.ts"
import { hideRanges } from "./hideRanges.ts"

/** A text with everything masked that could be a contact, regardless of the rules. */
export const hideContacts = (text: string, region: string): string =>
  hideRanges(text, contactRanges(readMessage(text, region), undefined))
