import type { Environment } from "../config/Given.ts"
import type { Locale } from "../locale/Locale.ts"

/** The process environment of a command. */
export interface CommandLine {
  readonly environment: Environment
  /** The working directory. */
  readonly folder: string
  /** The language of all output. */
  readonly locale: Locale
}
