/** The contents of a folder and its subfolders, as paths relative to it with "/"; the folder itself is ".". */
export interface FolderContents {
  /** Files, and other entries such as pipes and broken links, which are reported when they are read. */
  readonly files: ReadonlyArray<string>
  /** Folders to search separately: targets of links, and other repositories. */
  readonly elsewhere: ReadonlyArray<string>
  /** Folders that could not be read. */
  readonly unreadable: ReadonlyArray<string>
}

/** Folders without drafts, which are searched only if the user names them. */
export const skippedFolders: ReadonlySet<string> = new Set([".git", ".hg", ".svn", "node_modules"])

/** The real paths of the folders searched so far, so that links do not lead there again. */
export type SeenFolders = Set<string>
