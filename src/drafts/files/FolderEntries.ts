import { type Dirent, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { Context, Either } from "effect"
import { hasErrorCode } from "./hasErrorCode.ts"

/** An entry of a folder. A link has the kind of its target; a broken link has the kind "other". */
export interface FolderEntry {
  readonly name: string
  readonly kind: "file" | "folder" | "other"
  readonly isLink: boolean
}

/** Why a folder cannot be read. */
export type FolderProblem = "missing" | "unreadable"

type Kinds = Pick<Dirent, "isDirectory" | "isFile">

const kindOf = (entry: Kinds): FolderEntry["kind"] =>
  entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "other"

const kindOfTarget = (location: string): FolderEntry["kind"] =>
  Either.match(
    Either.try(() => statSync(location)),
    { onLeft: () => "other", onRight: kindOf }
  )

/**
 * Lists the entries of folders. Synchronous, and with the kinds that the listing provides instead of a call for each
 * file, because that takes a tenth of the time for 10,000 files. Tests replace it.
 */
export class FolderEntries extends Context.Reference<FolderEntries>()("chatlint/FolderEntries", {
  defaultValue: () => ({
    list: (location: string): Either.Either<ReadonlyArray<FolderEntry>, FolderProblem> =>
      Either.try({
        try: () => readdirSync(location, { withFileTypes: true }),
        catch: (error): FolderProblem => (hasErrorCode(error, "ENOENT") ? "missing" : "unreadable")
      }).pipe(
        Either.map((entries) =>
          entries.map((entry): FolderEntry => {
            const isLink = entry.isSymbolicLink()
            return { name: entry.name, kind: isLink ? kindOfTarget(join(location, entry.name)) : kindOf(entry), isLink }
          })
        )
      )
  })
}) {}
