import type { JudgeFlags } from "../config/JudgeSettings.ts"

/** The options of `explain`, as commander parses them. */
export interface ExplainFlags extends JudgeFlags {
  readonly color: boolean
}
