import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { historyTexts } from "./historyTexts.ts"

/** Contacts were to be shown of a run that is over, and no text of a chat is kept. */
export class NotKept extends Schema.TaggedError<NotKept>("chatlint/NotKept")("NotKept", {}) {
  override get message(): string {
    return describeNotKept(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeNotKept = (_: NotKept, locale: Locale): string => historyTexts(locale, "notKept")
