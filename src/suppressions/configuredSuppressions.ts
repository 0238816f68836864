import { dirname, relative, resolve } from "node:path"
import picomatch from "picomatch"
import { shownPath } from "../domain/shownPath.ts"
import type { PlacedSuppression } from "./Suppressions.ts"

/** A suppression as the configuration has it. */
export interface ConfiguredSuppression {
  readonly rule: string
  /** Globs; all files if it is absent. */
  readonly files?: string | ReadonlyArray<string>
  /** The key of the message, with * for any letters; all keys if it is absent. */
  readonly key?: string
  readonly reason: string
  /** The last day on which it holds. */
  readonly until?: string
}

/** Where suppressions are configured. */
export interface ConfigurationPlace {
  /** The absolute path of the configuration. */
  readonly path: string
  /** The line of the suppression of that index; from 1. */
  readonly lineOf: (index: number) => number
  /** The working directory, from which findings' paths are reckoned. */
  readonly folder: string
}

/**
 * The suppressions of `chatlint.yaml`. Globs of files are reckoned from its folder; in a pattern of keys a star stands
 * for any letters.
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

/** Whether a pattern with stars takes in all of a key. Looks at each letter of the key once for each star at most. */
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
