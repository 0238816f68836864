import { Schema } from "effect"
import type { Locale } from "../../locale/Locale.ts"
import { gitTexts } from "./texts.ts"

/** Git could not be run, or failed. */
export class GitError extends Schema.TaggedError<GitError>("chatlint/GitError")("GitError", {
  problem: Schema.Literal(...gitTexts.keys),
  /** The unknown revision, or Git's error message. */
  detail: Schema.String
}) {
  override get message(): string {
    return describeGitError(this, "en")
  }
}

/** Describes the error and its remedy in the reader's language. */
export const describeGitError = ({ problem, detail }: GitError, locale: Locale): string =>
  gitTexts(locale, problem, { detail })
