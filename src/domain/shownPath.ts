import { sep } from "node:path"

/** A path with "/" as the separator on every platform. */
export const shownPath = (path: string): string => (sep === "/" ? path : path.split(sep).join("/"))
