import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { checkTexts } from "./checkTexts.ts"

/** Standard input could not be read completely. */
export class InputError extends Schema.TaggedError<InputError>("chatlint/InputError")("InputError", {}) {
  override get message(): string {
    return describeInputError(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeInputError = (_: InputError, locale: Locale): string => checkTexts(locale, "inputUnreadable")
