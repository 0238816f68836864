import { sep } from "node:path"

/** A path with slashes, on every machine. */
export const shownPath = (path: string): string => (sep === "/" ? path : path.split(sep).join("/"))
