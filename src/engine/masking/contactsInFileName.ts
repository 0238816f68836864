import type { TextRange } from "../../text/FoldedText.ts"
import { mergedRanges, spanOfBoth, touch } from "../../text/mergedRanges.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import { readMessage } from "../message/MessageReading.ts"
import { contactRanges } from "./contactRanges.ts"

/** All ranges of a file name that could be a contact, reading it both as written and with blanks for underscores. */
export const contactsInFileName = (
  name: string,
  { region = defaultRegion, customerName }: Conversation
): ReadonlyArray<TextRange> =>
  mergedRanges(
    [name, name.replaceAll("_", " ")].flatMap((written) => contactRanges(readMessage(written, region), customerName)),
    spanOfBoth,
    touch
  )
