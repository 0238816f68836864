import { Schema } from "effect"
import type { Locale } from "../../locale/Locale.ts"
import { gitTexts } from "./texts.ts"

/** Git could not be asked, or did not answer as it should. */
export class GitError extends Schema.TaggedError<GitError>("chatlint/GitError")("GitError", {
  problem: Schema.Literal(...gitTexts.keys),
  /** The revision that was meant, or Git's own words. */
  detail: Schema.String
}) {
  override get message(): string {
    return describeGitError(this, "en")
  }
}

/** What is wrong and what to do, in the reader's language. */
export const describeGitError = ({ problem, detail }: GitError, locale: Locale): string =>
  gitTexts(locale, problem, { detail })
