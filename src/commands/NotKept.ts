import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { historyTexts } from "./historyTexts.ts"

/** `--reveal` was requested for a past run, but the texts of chats are not stored. */
export class NotKept extends Schema.TaggedError<NotKept>("chatlint/NotKept")("NotKept", {}) {
  override get message(): string {
    return describeNotKept(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeNotKept = (_: NotKept, locale: Locale): string => historyTexts(locale, "notKept")
