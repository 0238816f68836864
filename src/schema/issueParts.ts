import { Array as Arrays, type ParseResult } from "effect"

/** The keys or indices that lead to the part of a value that an issue is about. */
export const stepsOf = ({ path }: ParseResult.Pointer): ReadonlyArray<PropertyKey> => Arrays.ensure(path)

/** The issues of a composite value. */
export const issuesOf = ({ issues }: ParseResult.Composite): Arrays.NonEmptyReadonlyArray<ParseResult.ParseIssue> =>
  "_tag" in issues ? [issues] : issues
