import type { DraftFlags } from "../config/DraftSettings.ts"

/** The options of `check`, as commander hands them over. */
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
  /** commander turns `--no-color` into this. */
  readonly color?: boolean
}
