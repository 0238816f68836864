import { assert, describe, it } from "vitest"
import { gitBlobs, gitChanges, gitNames, unopenedFolders } from "../../../src/drafts/files/gitOutput.ts"

describe("the output of Git", () => {
  it("is split into names at NULs, whatever they contain", () => {
    const names = ["\uFEFFa.txt", "b\nc.txt", " d ", "ответ.txt"]
    assert.deepStrictEqual(gitNames(new TextEncoder().encode(names.map((name) => `${name}\0`).join(""))), names)
    assert.deepStrictEqual(gitNames(new Uint8Array()), [])
  })

  it("is parsed as changes, also of files with names like changes", () => {
    const name = ":100644 100644 a b M"
    const fields = [":000000 100755 0 b1 A", name, ":100644 000000 a1 0 D", "gone", ":000000 120000 0 c1 A", "link"]
    const written = `${[...fields, ":160000 160000 a b M", "inner"].join("\0")}\0`
    assert.deepStrictEqual(gitChanges(new TextEncoder().encode(written)), [
      { path: name, kind: "file", blob: "b1" },
      { path: "gone", kind: "gone", blob: "0" },
      { path: "link", kind: "link", blob: "c1" },
      { path: "inner", kind: "repository", blob: "b" }
    ])
  })

  it("is parsed as contents, up to a missing one", () => {
    const read = (written: string) =>
      gitBlobs(new TextEncoder().encode(written)).map((bytes) => new TextDecoder().decode(bytes))
    assert.deepStrictEqual(read("a blob 4\nx\ny\n\nb blob 0\n\nc blob 1\nz\n"), ["x\ny\n", "", "z"])
    assert.deepStrictEqual(read("a blob 1\nx\nb missing\nc blob 1\nz\n"), ["x"])
  })

  it("names each folder that it could not open once", () => {
    const said = [
      "warning: could not open directory 'a/it's/': Permission denied",
      "warning: could not open directory 'b/': Input/output error",
      "warning: something else 'c/': Permission denied",
      "warning: could not open directory 'b/': Input/output error"
    ]
    assert.deepStrictEqual(unopenedFolders(said.join("\n")), ["a/it's", "b"])
  })
})
