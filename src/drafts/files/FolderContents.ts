/** What was met in a folder and in those in it, as paths from it with "/"; the folder itself is ".". */
export interface FolderContents {
  /** Files, and what is none but stands among them, such as a pipe or a link that leads nowhere: who reads it tells. */
  readonly files: ReadonlyArray<string>
  /** Folders that are to be looked into for themselves: those that links lead to, and other repositories. */
  readonly elsewhere: ReadonlyArray<string>
  /** Folders that could not be looked into. */
  readonly unreadable: ReadonlyArray<string>
}

/** Folders that hold nobody's drafts: they are looked into only where the user names them. */
export const skippedFolders: ReadonlySet<string> = new Set([".git", ".hg", ".svn", "node_modules"])

/** The real paths of the folders that were looked into, so that no link leads there again. It grows as they are. */
export type SeenFolders = Set<string>
