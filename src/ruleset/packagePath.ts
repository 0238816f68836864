import { createRequire } from "node:module"
import { dirname, join } from "node:path"

/**
 * A folder or file of this package, wherever it is installed and whether it runs from its sources or bundled: a
 * package may always resolve its own name (https://nodejs.org/api/packages.html#self-referencing-a-package-using-its-name).
 */
export const packagePath = (...parts: ReadonlyArray<string>): string =>
  join(dirname(createRequire(import.meta.url).resolve("chatlint/package.json")), ...parts)

/** Whether a rule file is one of those that come with chatlint. */
export const isShippedRule = (path: string): boolean => path.startsWith(`${packagePath("rules")}/`)
