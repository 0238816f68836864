import type { Flags } from "../config/Settings.ts"
import type { MailFlags } from "./MailFlags.ts"

/** The options of `scan`, as commander parses them. */
export interface ScanFlags extends Flags, MailFlags {
  readonly format?: string
  readonly output?: ReadonlyArray<string>
  readonly full?: boolean
  readonly reveal?: boolean
  readonly color: boolean
  readonly quiet?: boolean
}
