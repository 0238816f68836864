import { relative } from "node:path"
import { shownPath } from "../../domain/shownPath.ts"

/** A path relative to a folder, with "/"; "." for the folder itself. */
export const pathFrom = (folder: string, location: string): string => shownPath(relative(folder, location)) || "."
