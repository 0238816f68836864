import { createRequire } from "node:module"
import { dirname, join } from "node:path"

/**
 * The path of a file or folder of this package, independent of where it is installed and whether it runs bundled: a
 * package can always resolve its own name
 * (https://nodejs.org/api/packages.html#self-referencing-a-package-using-its-name).
 */
export const packagePath = (...parts: ReadonlyArray<string>): string =>
  join(dirname(createRequire(import.meta.url).resolve("chatlint/package.json")), ...parts)

/** Whether a rule file is shipped with chatlint. */
export const isShippedRule = (path: string): boolean => path.startsWith(`${packagePath("rules")}/`)
