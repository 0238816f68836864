import type { DraftFlags } from "../config/DraftSettings.ts"

/** The options of `baseline`, as commander hands them over. */
export interface BaselineFlags extends DraftFlags {
  readonly prune?: boolean
  readonly business?: string
}
