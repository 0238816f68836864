import { assert, describe, it } from "vitest"
import { gitNames, unopenedFolders } from "../../../src/drafts/files/gitOutput.ts"

describe("what Git writes", () => {
  it("is read as names, each to its NUL, whatever stands in them", () => {
    const names = ["\uFEFFa.txt", "b\nc.txt", " d ", "ответ.txt"]
    assert.deepStrictEqual(gitNames(new TextEncoder().encode(names.map((name) => `${name}\0`).join(""))), names)
    assert.deepStrictEqual(gitNames(new Uint8Array()), [])
  })

  it("tells once of each folder that it could not open", () => {
    const said = [
      "warning: could not open directory 'a/it's/': Permission denied",
      "warning: could not open directory 'b/': Input/output error",
      "warning: something else 'c/': Permission denied",
      "warning: could not open directory 'b/': Input/output error"
    ]
    assert.deepStrictEqual(unopenedFolders(said.join("\n")), ["a/it's", "b"])
  })
})
