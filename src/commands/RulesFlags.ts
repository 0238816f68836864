import type { JudgeFlags } from "../config/JudgeSettings.ts"

/** The options of `rules`, as commander hands them over. */
export interface RulesFlags extends JudgeFlags {
  readonly color: boolean
}
