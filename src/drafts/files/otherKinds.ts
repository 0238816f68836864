import { basename, dirname, extname } from "node:path"
import { Option } from "effect"
import { formatOfName } from "../DraftFormat.ts"
import type { FoundFile } from "./FoundFile.ts"
import { isToolFolder } from "./isDraftFile.ts"

/** The number of files with an unsupported extension. */
export interface OtherKind {
  /** The extension, such as `.html`; empty if there is none or it is unusual. */
  readonly ending: string
  readonly files: number
}

const plainEnding = /^\.[a-z\d]{1,12}$/

/** The extensions of unsupported files, the most frequent first. Files of tools are left out. */
export const otherKinds = (left: ReadonlyArray<FoundFile>): ReadonlyArray<OtherKind> => {
  const counts = new Map<string, number>()
  for (const { below } of left) {
    const name = basename(below)
    if (name.startsWith(".") || isToolFolder(dirname(below)) || Option.isSome(formatOfName(name))) continue
    const written = extname(name).toLowerCase()
    const ending = plainEnding.test(written) ? written : ""
    counts.set(ending, (counts.get(ending) ?? 0) + 1)
  }
  return Array.from(counts, ([ending, files]) => ({ ending, files })).sort(
    (one, other) => other.files - one.files || (one.ending < other.ending ? -1 : 1)
  )
}
