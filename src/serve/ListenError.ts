import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { listenTexts } from "./listenTexts.ts"

/** The server cannot listen on its address. */
export class ListenError extends Schema.TaggedError<ListenError>("chatlint/ListenError")("ListenError", {
  host: Schema.String,
  port: Schema.Int,
  /** The system's error code, such as EADDRINUSE, EACCES, ENOTFOUND or EADDRNOTAVAIL. */
  reason: Schema.String
}) {
  override get message(): string {
    return describeListenError(this, "en")
  }
}

/** Describes the error and its remedy in the reader's language. */
export const describeListenError = ({ host, port, reason }: ListenError, locale: Locale): string =>
  listenTexts(locale, "cannotListen", { host, port: String(port), reason })
