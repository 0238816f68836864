/** A changed file: its path from the root of the repository, its current kind, and its object name (zeros if none). */
export interface ChangedFile {
  readonly path: string
  readonly kind: "file" | "link" | "repository" | "gone"
  readonly blob: string
}

/** Decodes Git's output, keeping U+FEFF, with which a name may begin. */
export const gitText = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)

/** Splits the NUL-terminated names that Git writes with `-z`. */
export const gitNames = (bytes: Uint8Array): ReadonlyArray<string> =>
  gitText(bytes)
    .split("\0")
    .filter((name) => name !== "")

/** Decodes a single line, without its end. */
export const gitLine = (bytes: Uint8Array): string => gitText(bytes).replace(/\r?\n$/, "")

/** The folders that Git could not open according to its warnings, from the root of the repository. */
export const unopenedFolders = (complaint: string): ReadonlyArray<string> => [
  ...new Set([...complaint.matchAll(/^warning: could not open directory '(.*)\/': /gm)].map(([, name = ""]) => name))
]

/** Old and new mode, old and new object name, and the status. */
const change = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) /

/** Parses the output of `diff --raw -z`: for each file the change and then its name. */
export const gitChanges = (bytes: Uint8Array): ReadonlyArray<ChangedFile> => {
  const fields = gitNames(bytes)
  return fields.flatMap((field, index) => {
    const [, mode, blob] = index % 2 === 0 ? (change.exec(field) ?? []) : []
    const path = fields[index + 1]
    return mode === undefined || blob === undefined || path === undefined ? [] : [{ path, kind: kindOf(mode), blob }]
  })
}

/** The kind of a file mode; those of regular files, executable or not, begin with 100. */
const kindOf = (mode: string): ChangedFile["kind"] => {
  if (mode === "160000") return "repository"
  if (mode === "120000") return "link"
  return /^0+$/.test(mode) ? "gone" : "file"
}

/**
 * Parses the output of `cat-file --batch`: a line with name, kind and length, the content, and a line end. Stops at the
 * first missing object, which has no length.
 */
export const gitBlobs = (bytes: Uint8Array): ReadonlyArray<Uint8Array> => {
  const blobs: Array<Uint8Array> = []
  let position = 0
  while (position < bytes.length) {
    const lineEnd = bytes.indexOf(0x0a, position)
    if (lineEnd < 0) break
    const [, , size] = gitText(bytes.subarray(position, lineEnd)).split(" ")
    if (size === undefined) break
    const length = Number(size)
    blobs.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + length))
    position = lineEnd + 1 + length + 1
  }
  return blobs
}
