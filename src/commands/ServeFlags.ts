import type { ServeFlags as SettingFlags } from "../config/ServeSettings.ts"

/** The options of `serve`, as commander parses them. */
export interface ServeFlags extends SettingFlags {
  readonly reveal?: boolean
  readonly quiet?: boolean
}
