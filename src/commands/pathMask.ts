import type { DraftSettings } from "../config/DraftSettings.ts"
import { maskedPath } from "../engine/masking/maskedPath.ts"

/** Says how a path is told: the name of a file may hold a contact, which is masked unless it is to be revealed. */
export const pathMask = (reveal: boolean, { region }: Pick<DraftSettings, "region">): ((path: string) => string) => {
  const known = new Map<string, string>()
  return (path) => {
    const shown = known.get(path) ?? (reveal ? path : maskedPath(path, region))
    known.set(path, shown)
    return shown
  }
}
