import { dirname } from "node:path"
import { Option } from "effect"
import type { ReadConfig } from "./readConfig.ts"

/** The folder from which what the configuration names is reckoned: its own; without a configuration the working directory. */
export const configFolder = (read: Option.Option<ReadConfig>, folder: string): string =>
  Option.match(read, { onNone: () => folder, onSome: ({ path }) => dirname(path) })
