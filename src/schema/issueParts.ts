import { Array as Arrays, type ParseResult } from "effect"

/** The key or index, or several of them, to the part of a value that an issue is about. */
export const stepsOf = ({ path }: ParseResult.Pointer): ReadonlyArray<PropertyKey> => Arrays.ensure(path)

/** What is wrong with a value of several parts. */
export const issuesOf = ({ issues }: ParseResult.Composite): Arrays.NonEmptyReadonlyArray<ParseResult.ParseIssue> =>
  "_tag" in issues ? [issues] : issues
