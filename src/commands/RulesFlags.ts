import type { JudgeFlags } from "../config/JudgeSettings.ts"

/** The options of `rules`, as commander parses them. */
export interface RulesFlags extends JudgeFlags {
  readonly color: boolean
}
