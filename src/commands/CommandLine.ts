import type { Environment } from "../config/Given.ts"
import type { Locale } from "../locale/Locale.ts"

/** What a command knows of the process it runs in. */
export interface CommandLine {
  readonly environment: Environment
  /** The working directory. */
  readonly folder: string
  /** The language of all that is said. */
  readonly locale: Locale
}
