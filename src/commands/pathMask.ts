import type { DraftSettings } from "../config/DraftSettings.ts"
import { maskedPath } from "../engine/masking/maskedPath.ts"

/** Makes a function that masks contacts in paths, unless they are to be revealed. */
export const pathMask = (reveal: boolean, { region }: Pick<DraftSettings, "region">): ((path: string) => string) => {
  const known = new Map<string, string>()
  return (path) => {
    const shown = known.get(path) ?? (reveal ? path : maskedPath(path, region))
    known.set(path, shown)
    return shown
  }
}
