import type { DraftFlags } from "../config/DraftSettings.ts"

/** The options of `check`, as commander parses them. */
export interface CheckFlags extends DraftFlags {
  readonly ndjson?: boolean
  readonly staged?: boolean
  readonly since?: string
  readonly stdinFilename?: string
  readonly allowEmpty?: boolean
  readonly fix?: boolean
  readonly format?: string
  readonly output?: ReadonlyArray<string>
  readonly business?: string
  readonly reveal?: boolean
  /** False after `--no-color`. */
  readonly color?: boolean
}
