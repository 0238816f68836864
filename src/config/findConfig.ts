import { lstatSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { Either, Option } from "effect"

/** The name of the configuration, and the other one that such files have. */
const configNames = ["chatlint.yaml", "chatlint.yml"]

/** Whether something stands there, be it a link that leads nowhere: what was meant as the configuration is not passed over. */
const isThere = (path: string): boolean =>
  Either.getOrElse(
    Either.try(() => lstatSync(path, { throwIfNoEntry: false }) !== undefined),
    () => false
  )

/** The configurations in a folder: at most one is of use. */
export const configsIn = (folder: string): ReadonlyArray<string> =>
  configNames.map((name) => join(folder, name)).filter(isThere)

/** The nearest configuration from a folder upward. A folder above that may not be looked into is as good as one without it. */
const nearestConfig = (folder: string): Option.Option<string> => {
  const [path] = configsIn(folder)
  if (path !== undefined) return Option.some(path)
  const parent = dirname(folder)
  return parent === folder ? Option.none() : nearestConfig(parent)
}

/** The configuration file: the one that was named, whether it is there or not, or the nearest `chatlint.yaml` or `chatlint.yml`. */
export const findConfig = (named: string | undefined, folder: string): Option.Option<string> =>
  named === undefined ? nearestConfig(folder) : Option.some(resolve(folder, named))
