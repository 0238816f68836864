import type { StoreFlags } from "../config/StoreSettings.ts"

/** The options of `ack`, as commander parses them. */
export interface AckFlags extends StoreFlags {
  readonly reason?: string
  readonly until?: string
  readonly by?: string
  readonly rule?: ReadonlyArray<string>
  readonly chat?: ReadonlyArray<string>
  readonly list?: boolean
  readonly undo?: boolean
  readonly format?: string
  readonly color: boolean
}
