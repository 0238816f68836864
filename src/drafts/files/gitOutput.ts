/** A file that differs: its path from the root of the repository, what it is now, and the name of its content where the index has it. */
export interface ChangedFile {
  readonly path: string
  readonly kind: "file" | "link" | "repository" | "gone"
  readonly blob: string
}

/** Text that Git writes, whole: a name may begin with what elsewhere is a byte order mark. */
export const gitText = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)

/** Names that end with a NUL each, as `-z` makes Git write them. */
export const gitNames = (bytes: Uint8Array): ReadonlyArray<string> =>
  gitText(bytes)
    .split("\0")
    .filter((name) => name !== "")

/** A line of words, without its end. */
export const gitLine = (bytes: Uint8Array): string => gitText(bytes).replace(/\r?\n$/, "")

/** The folders that Git complains it could not look into, from the root of the repository. */
export const unopenedFolders = (complaint: string): ReadonlyArray<string> => [
  ...new Set([...complaint.matchAll(/^warning: could not open directory '(.*)\/': /gm)].map(([, name = ""]) => name))
]

/** Mode and content before, mode and content now, and the kind of change. */
const change = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) /

/** What `diff --raw -z` writes: for each file a line of what changed, and its name. */
export const gitChanges = (bytes: Uint8Array): ReadonlyArray<ChangedFile> => {
  const fields = gitNames(bytes)
  return fields.flatMap((field, index) => {
    const [, mode, blob] = index % 2 === 0 ? (change.exec(field) ?? []) : []
    const path = fields[index + 1]
    return mode === undefined || blob === undefined || path === undefined ? [] : [{ path, kind: kindOf(mode), blob }]
  })
}

/** Regular files, also executable ones, begin with 100. */
const kindOf = (mode: string): ChangedFile["kind"] => {
  if (mode === "160000") return "repository"
  if (mode === "120000") return "link"
  return /^0+$/.test(mode) ? "gone" : "file"
}

/**
 * What `cat-file --batch` writes: a line with name, kind and length, the content, and a line end. For content that is not there it has no
 * length, and the rest is left.
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
