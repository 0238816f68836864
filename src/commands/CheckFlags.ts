import type { JudgeFlags } from "../config/JudgeSettings.ts"

/** The options of `check`, as commander hands them over. */
export interface CheckFlags extends JudgeFlags {
  readonly ndjson?: boolean
  readonly business?: string
  readonly reveal?: boolean
}
