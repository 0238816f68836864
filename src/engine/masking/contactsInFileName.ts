import type { TextRange } from "../../text/FoldedText.ts"
import { mergedRanges, spanOfBoth, touch } from "../../text/mergedRanges.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import { readMessage } from "../message/MessageReading.ts"
import { contactRanges } from "./contactRanges.ts"

/** Every stretch of a file's name that could be a contact, as it is written and with blanks for its underscores. */
export const contactsInFileName = (
  name: string,
  { region = defaultRegion, customerName }: Conversation
): ReadonlyArray<TextRange> =>
  mergedRanges(
    [name, name.replaceAll("_", " ")].flatMap((written) => contactRanges(readMessage(written, region), customerName)),
    spanOfBoth,
    touch
  )
