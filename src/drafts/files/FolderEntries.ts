import { type Dirent, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { Context, Either } from "effect"

/** What stands in a folder. A link is what it leads to. */
export interface FolderEntry {
  readonly name: string
  readonly kind: "file" | "folder" | "other"
}

type Kinds = Pick<Dirent, "isDirectory" | "isFile">

const kindOf = (entry: Kinds): FolderEntry["kind"] =>
  entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "other"

/** A link that leads nowhere is neither file nor folder. */
const kindOfTarget = (location: string): FolderEntry["kind"] =>
  Either.match(
    Either.try(() => statSync(location)),
    { onLeft: () => "other", onRight: kindOf }
  )

/**
 * What one folder after the other holds; of one that may not be read, nothing. Read at once and not in the background, and without asking
 * for each file again what it is: of 10,000 files that takes a tenth of the time. Tests put their own folders in its place.
 */
export class FolderEntries extends Context.Reference<FolderEntries>()("chatlint/FolderEntries", {
  defaultValue: () => ({
    list: (location: string): ReadonlyArray<FolderEntry> =>
      Either.match(
        Either.try(() => readdirSync(location, { withFileTypes: true })),
        {
          onLeft: () => [],
          onRight: (entries) =>
            entries.map(
              (entry): FolderEntry => ({
                name: entry.name,
                kind: entry.isSymbolicLink() ? kindOfTarget(join(location, entry.name)) : kindOf(entry)
              })
            )
        }
      )
  })
}) {}
