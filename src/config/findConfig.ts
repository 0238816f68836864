import { existsSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { Option } from "effect"

const configName = "chatlint.yaml"

/** The nearest `chatlint.yaml` from a folder upward. A folder above that may not be looked into is as good as one without it. */
const nearestConfig = (folder: string): Option.Option<string> => {
  const path = join(folder, configName)
  if (existsSync(path)) return Option.some(path)
  const parent = dirname(folder)
  return parent === folder ? Option.none() : nearestConfig(parent)
}

/** The configuration file: the one that was named, whether it is there or not, or the nearest `chatlint.yaml`. */
export const findConfig = (named: string | undefined, folder: string): Option.Option<string> =>
  named === undefined ? nearestConfig(folder) : Option.some(resolve(folder, named))
