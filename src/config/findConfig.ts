import { lstatSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { Either, Option } from "effect"

/** The name of the configuration file, and a common variant of it. */
const configNames = ["chatlint.yaml", "chatlint.yml"]

/** Whether the path exists, even as a broken link: an intended configuration must not be silently skipped. */
const isThere = (path: string): boolean =>
  Either.getOrElse(
    Either.try(() => lstatSync(path, { throwIfNoEntry: false }) !== undefined),
    () => false
  )

/** The configurations in a folder; more than one is an error. */
export const configsIn = (folder: string): ReadonlyArray<string> =>
  configNames.map((name) => join(folder, name)).filter(isThere)

/** The nearest configuration in a folder or above. An unreadable folder above counts as one without a configuration. */
const nearestConfig = (folder: string): Option.Option<string> => {
  const [path] = configsIn(folder)
  if (path !== undefined) return Option.some(path)
  const parent = dirname(folder)
  return parent === folder ? Option.none() : nearestConfig(parent)
}

/** The named configuration file, whether it exists or not, or the nearest `chatlint.yaml` or `chatlint.yml`. */
export const findConfig = (named: string | undefined, folder: string): Option.Option<string> =>
  named === undefined ? nearestConfig(folder) : Option.some(resolve(folder, named))
