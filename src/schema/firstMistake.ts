import type { ParseResult } from "effect"
import { issuesOf, stepsOf } from "./issueParts.ts"

/** The first value that does not fit a schema. */
export interface Mistake {
  /** Keys and indices to it. Only names of the schema can stand in it, unless the schema takes any key. */
  readonly path: ReadonlyArray<PropertyKey>
  /** Whether it is not there at all. */
  readonly isMissing: boolean
}

/**
 * Where a value first fails to fit, without the value itself, which is other people's words. The formatters of ParseResult write the values
 * out before they could be left out, and overflow the stack where lists are nested deeply.
 */
export const firstMistake = (issue: ParseResult.ParseIssue): Mistake => {
  const path: Array<PropertyKey> = []
  let inner = issue
  for (;;) {
    switch (inner._tag) {
      case "Pointer":
        path.push(...stepsOf(inner))
        inner = inner.issue
        break
      case "Composite":
        inner = issuesOf(inner)[0]
        break
      case "Refinement":
      case "Transformation":
        inner = inner.issue
        break
      default:
        return { path, isMissing: inner._tag === "Missing" }
    }
  }
}

/** `messages[2].sender`; empty for the value itself. */
export const pathText = (path: ReadonlyArray<PropertyKey>): string =>
  path.reduce<string>(
    (place, step) =>
      typeof step === "number" ? `${place}[${step}]` : place === "" ? String(step) : `${place}.${String(step)}`,
    ""
  )
