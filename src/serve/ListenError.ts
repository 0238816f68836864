import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { listenTexts } from "./listenTexts.ts"

/** The address cannot be listened on. */
export class ListenError extends Schema.TaggedError<ListenError>("chatlint/ListenError")("ListenError", {
  host: Schema.String,
  port: Schema.Int,
  /** As the system names it: EADDRINUSE, EACCES, ENOTFOUND, EADDRNOTAVAIL. */
  reason: Schema.String
}) {
  override get message(): string {
    return describeListenError(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeListenError = ({ host, port, reason }: ListenError, locale: Locale): string =>
  listenTexts(locale, "cannotListen", { host, port: String(port), reason })
