import type { StoreFlags } from "../config/StoreSettings.ts"

/** The options of commands that write again what runs found, as commander hands them over. */
export interface StoredReportFlags extends StoreFlags {
  readonly business?: ReadonlyArray<string>
  readonly format?: string
  readonly output?: ReadonlyArray<string>
  readonly color: boolean
  readonly reveal?: boolean
}
