import { Schema } from "effect"

/** Contacts were to be shown of a run that is over, and no text of a chat is kept. */
export class NotKept extends Schema.TaggedError<NotKept>("chatlint/NotKept")("NotKept", {}) {
  override get message(): string {
    return "The texts of chats are not kept, so nothing can be revealed of a run that is over."
  }
}
