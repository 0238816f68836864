import { resolve } from "node:path"
import type { Option } from "effect"
import { baselineName } from "../baseline/BaselineFile.ts"
import { configFolder } from "./configFolder.ts"
import type { ReadConfig } from "./readConfig.ts"

/** Where accepted findings are kept. */
export interface BaselineSetting {
  /** Absolute. */
  readonly path: string
  /** Whether the command line named it: then it has to be there. */
  readonly isNamed: boolean
}

/**
 * The baseline that is named, else the one that lies beside the configuration.
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
