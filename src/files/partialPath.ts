import { randomUUID } from "node:crypto"
import { dirname, join } from "node:path"

/**
 * The path for a file's new content until it is complete: in the same directory, so that a rename is atomic, under a
 * unique name whose length does not depend on the file's own. Create it exclusively.
 */
export const partialPath = (path: string): string => join(dirname(path), `.chatlint-${randomUUID()}.partial`)
