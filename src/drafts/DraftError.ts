import { Schema } from "effect"
import type { SourcePosition } from "../domain/Draft.ts"
import type { Locale } from "../locale/Locale.ts"
import { yamlTexts } from "../yaml/yamlTexts.ts"
import { jsonTexts } from "./jsonTexts.ts"
import { type DraftProblem, draftTexts } from "./texts.ts"

const Problem = Schema.Literal(...draftTexts.keys)

/** A file or a part of it that could not be read and was not judged. Contains nothing of the file's content. */
export class DraftError extends Schema.TaggedError<DraftError>("chatlint/DraftError")("DraftError", {
  path: Schema.String,
  /** Counts from 1; 0 for the whole file. */
  line: Schema.Int,
  column: Schema.Int,
  /** What is wrong, as a key of the texts. */
  problem: Problem,
  /** The parser's name of the error, or the limit that was exceeded. */
  detail: Schema.String
}) {
  /** The error for a problem at a position. */
  static at(path: string, { line, column }: SourcePosition, problem: DraftProblem, detail = ""): DraftError {
    return new DraftError({ path, line, column, problem, detail })
  }

  /** The error for a problem of the whole file. */
  static ofFile(path: string, problem: DraftProblem, detail = ""): DraftError {
    return new DraftError({ path, line: 0, column: 0, problem, detail })
  }

  override get message(): string {
    return describeDraftError(this, "en")
  }
}

/** Describes the error and its remedy in the reader's language, without the position. */
export const describeDraftProblem = ({ problem, detail }: DraftError, locale: Locale): string =>
  draftTexts(locale, problem, { detail: detailIn(detail, locale) })

const detailIn = (detail: string, locale: Locale): string => {
  if (jsonTexts.has(detail)) return jsonTexts(locale, detail)
  return yamlTexts.has(detail) ? yamlTexts(locale, detail) : detail
}

/** Describes the error and its remedy in the reader's language, after its position. */
export const describeDraftError = (error: DraftError, locale: Locale): string => {
  const { path, line, column } = error
  return `${path}${line > 0 ? `:${line}:${column}` : ""}: ${describeDraftProblem(error, locale)}`
}
