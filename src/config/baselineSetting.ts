import { resolve } from "node:path"
import type { Option } from "effect"
import { baselineName } from "../baseline/BaselineFile.ts"
import { configFolder } from "./configFolder.ts"
import type { ReadConfig } from "./readConfig.ts"

/** Where accepted findings are stored. */
export interface BaselineSetting {
  /** An absolute path. */
  readonly path: string
  /** Whether the command line named it; then it must exist. */
  readonly isNamed: boolean
}

/**
 * The named baseline, or the one next to the configuration.
 *
 * @param folder the working directory.
 */
export const baselineSetting = (
  named: string | undefined,
  read: Option.Option<ReadConfig>,
  folder: string
): BaselineSetting =>
  named === undefined
    ? { path: resolve(configFolder(read, folder), baselineName), isNamed: false }
    : { path: resolve(folder, named), isNamed: true }
