import { dirname, relative, resolve } from "node:path"
import picomatch from "picomatch"
import { shownPath } from "../domain/shownPath.ts"
import type { PlacedSuppression } from "./Suppressions.ts"

/** A suppression in the configuration. */
export interface ConfiguredSuppression {
  readonly rule: string
  /** Globs; by default all files. */
  readonly files?: string | ReadonlyArray<string>
  /** The key of the message, with * as a wildcard; by default all keys. */
  readonly key?: string
  readonly reason: string
  /** The last day of validity. */
  readonly until?: string
}

/** Where suppressions are configured. */
export interface ConfigurationPlace {
  /** The absolute path of the configuration. */
  readonly path: string
  /** The line of the suppression with an index; from 1. */
  readonly lineOf: (index: number) => number
  /** The working directory, which the paths of findings are relative to. */
  readonly folder: string
}

/**
 * The suppressions of `chatlint.yaml`. Globs are relative to its folder; in a key pattern `*` stands for any
 * characters.
 */
export const configuredSuppressions = (
  written: ReadonlyArray<ConfiguredSuppression>,
  { path, lineOf, folder }: ConfigurationPlace
): ReadonlyArray<PlacedSuppression> =>
  written.map(({ rule, files, key, reason, until }, index): PlacedSuppression => {
    const isFile = files === undefined ? () => true : picomatch([files].flat(), { dot: true })
    const concerns = (shown: string): boolean => isFile(shownPath(relative(dirname(path), resolve(folder, shown))))
    return {
      rule,
      reason,
      ...(until === undefined ? {} : { until }),
      by: "configuration",
      path: shownPath(relative(folder, path)),
      line: lineOf(index),
      covers: ({ draft }) =>
        concerns(draft.path) && (key === undefined || matchesKey(key, draft.key)) ? "always" : "never",
      concerns
    }
  })

/** Whether a pattern with wildcards matches a whole key, in at most one pass over the key per wildcard. */
export const matchesKey = (pattern: string, key: string): boolean => {
  const [first = "", ...rest] = pattern.split("*")
  const last = rest.pop()
  if (last === undefined) return key === first
  if (!key.startsWith(first) || !key.endsWith(last) || key.length < first.length + last.length) return false
  let position = first.length
  for (const piece of rest) {
    const found = key.indexOf(piece, position)
    if (found < 0) return false
    position = found + piece.length
  }
  return position <= key.length - last.length
}
