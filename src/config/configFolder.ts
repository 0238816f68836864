import { dirname } from "node:path"
import { Option } from "effect"
import type { ReadConfig } from "./readConfig.ts"

/**
 * The folder that paths in the configuration are relative to: its own, or the working directory without a
 * configuration.
 */
export const configFolder = (read: Option.Option<ReadConfig>, folder: string): string =>
  Option.match(read, { onNone: () => folder, onSome: ({ path }) => dirname(path) })
