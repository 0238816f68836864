import { randomUUID } from "node:crypto"
import { dirname, join } from "node:path"

/**
 * Where the new content of a file is written until it is whole: beside it, so that it can take its place at once, under a name that nobody
 * uses. It is short however long the file's own name is. To be created exclusively.
 */
export const partialPath = (path: string): string => join(dirname(path), `.chatlint-${randomUUID()}.partial`)
