import type { DraftFlags } from "../config/DraftSettings.ts"

/** The options of `baseline`, as commander parses them. */
export interface BaselineFlags extends DraftFlags {
  readonly prune?: boolean
  readonly business?: string
}
