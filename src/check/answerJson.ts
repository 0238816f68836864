import { Option } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { visibleJson } from "../text/visibleText.ts"
import type { CheckAnswer } from "./CheckAnswer.ts"
import { describeRowError, type RowError } from "./RowError.ts"

/**
 * The answer to a row as JSON.
 *
 * @param id as JSON.
 */
export const answerJson = (id: string, { verdict, findings }: CheckAnswer): string =>
  visibleJson(`{"id":${id},"verdict":"${verdict}","findings":${JSON.stringify(findings)}}`)

/** The answer to a row that cannot be read, as JSON. */
export const errorJson = (error: RowError, locale: Locale): string =>
  refusalJson(error, describeRowError(error, locale))

/** The answer to a row that cannot be read, with the given message, as JSON. */
export const refusalJson = ({ id }: RowError, words: string): string =>
  visibleJson(`{"id":${Option.getOrElse(id, () => "null")},"error":${JSON.stringify(words)}}`)
