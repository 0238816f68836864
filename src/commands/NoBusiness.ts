import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { commandTexts } from "./texts.ts"

/** No business was named, and the key has access to none. */
export class NoBusiness extends Schema.TaggedError<NoBusiness>("chatlint/NoBusiness")("NoBusiness", {}) {
  override get message(): string {
    return describeNoBusiness(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeNoBusiness = (_: NoBusiness, locale: Locale): string => commandTexts(locale, "noBusiness")
