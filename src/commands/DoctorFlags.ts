import type { Flags } from "../config/Settings.ts"

/** The options of `doctor`, as commander parses them. */
export interface DoctorFlags extends Flags {
  readonly color: boolean
}
