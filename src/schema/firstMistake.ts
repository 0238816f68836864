import type { ParseResult } from "effect"
import { issuesOf, stepsOf } from "./issueParts.ts"

/** The first value that does not match a schema. */
export interface Mistake {
  /** The keys and indices to it. They contain only names from the schema, unless the schema allows any key. */
  readonly path: ReadonlyArray<PropertyKey>
  /** Whether the value is absent. */
  readonly isMissing: boolean
}

/**
 * Finds where a value first fails to match, without the value, which may be private text. The formatters of ParseResult
 * include the values in their output, and overflow the stack on deeply nested lists.
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

/** A path as text, such as `messages[2].sender`; empty for the root value. */
export const pathText = (path: ReadonlyArray<PropertyKey>): string =>
  path.reduce<string>(
    (place, step) =>
      typeof step === "number" ? `${place}[${step}]` : place === "" ? String(step) : `${place}.${String(step)}`,
    ""
  )
