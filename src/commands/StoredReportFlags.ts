import type { StoreFlags } from "../config/StoreSettings.ts"

/** The options of commands that report stored runs, as commander parses them. */
export interface StoredReportFlags extends StoreFlags {
  readonly business?: ReadonlyArray<string>
  readonly format?: string
  readonly output?: ReadonlyArray<string>
  readonly color: boolean
  readonly reveal?: boolean
}
