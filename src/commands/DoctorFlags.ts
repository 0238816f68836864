import type { Flags } from "../config/Settings.ts"

/** The options of `doctor`, as commander hands them over. */
export interface DoctorFlags extends Flags {
  readonly color: boolean
}
