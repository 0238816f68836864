import type { JudgeFlags } from "../config/JudgeSettings.ts"

/** The options of `trace`, as commander parses them. */
export interface TraceFlags extends JudgeFlags {
  readonly business?: string
  readonly reveal?: boolean
  readonly color: boolean
}
