import type { JudgeFlags } from "../config/JudgeSettings.ts"

/** The options of `explain`, as commander hands them over. */
export interface ExplainFlags extends JudgeFlags {
  readonly color: boolean
}
