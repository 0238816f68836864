import { Schema } from "effect"
import type { SourcePosition } from "../domain/Draft.ts"
import type { Locale } from "../locale/Locale.ts"
import { yamlTexts } from "../yaml/yamlTexts.ts"
import { jsonTexts } from "./jsonTexts.ts"
import { type DraftProblem, draftTexts } from "./texts.ts"

const Problem = Schema.Literal(...draftTexts.keys)

/** A file, or a part of one, that could not be read and so was not judged. Nothing of what stands in it is kept. */
export class DraftError extends Schema.TaggedError<DraftError>("chatlint/DraftError")("DraftError", {
  path: Schema.String,
  /** From 1; 0 where the whole file is meant. */
  line: Schema.Int,
  column: Schema.Int,
  /** What is wrong, as a key of the texts. */
  problem: Problem,
  /** The parser's name for the fault, or the limit that was passed. */
  detail: Schema.String
}) {
  /** A problem at a place. */
  static at(path: string, { line, column }: SourcePosition, problem: DraftProblem, detail = ""): DraftError {
    return new DraftError({ path, line, column, problem, detail })
  }

  /** A problem of the whole file. */
  static ofFile(path: string, problem: DraftProblem, detail = ""): DraftError {
    return new DraftError({ path, line: 0, column: 0, problem, detail })
  }

  override get message(): string {
    return describeDraftError(this, "en")
  }
}

/** What is wrong and what to do, in the reader's language, without the place. */
export const describeDraftProblem = ({ problem, detail }: DraftError, locale: Locale): string =>
  draftTexts(locale, problem, { detail: detailIn(detail, locale) })

const detailIn = (detail: string, locale: Locale): string => {
  if (jsonTexts.has(detail)) return jsonTexts(locale, detail)
  return yamlTexts.has(detail) ? yamlTexts(locale, detail) : detail
}

/** The same with the place before it. */
export const describeDraftError = (error: DraftError, locale: Locale): string => {
  const { path, line, column } = error
  return `${path}${line > 0 ? `:${line}:${column}` : ""}: ${describeDraftProblem(error, locale)}`
}
