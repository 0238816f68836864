import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync
} from "node:fs"
import { join } from "node:path"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { draftFindings } from "../../src/check/drafts/draftFindings.ts"
import { writeFixes } from "../../src/commands/writeFixes.ts"
import { judgedFile } from "../check/drafts/judgedFile.ts"
import { nobody, withoutRoot } from "../withoutRoot.ts"
import { temporaryFolder } from "./scanSandbox.ts"

const phone = "Номер мастера 8 (926) 555-01-42"
const instead = "Курьер свяжется с вами сам через приложение Маркета."

/** Judges files that contain the phone number and writes suggested replacements. */
const fix = (folder: string, ...paths: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const judged = yield* Effect.promise(() => Promise.all(paths.map((path) => judgedFile(path, phone))))
    const bytes = new TextEncoder().encode(phone)
    const files = judged.map((one) => ({ location: join(folder, one.file.path), judged: one, bytes }))
    const options = { region: "RU", reveal: false, framed: false, identityKey: "key" }
    const findings = judged.flatMap((one) => draftFindings(one, options).map(({ finding }) => finding))
    return yield* writeFixes(files, findings)
  }).pipe(Effect.provide(NodeFileSystem.layer))

describe("writing suggestions into files", () => {
  it.scopedLive("does not touch other files, however long the file's name is", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const longest = `${"д".repeat(125)}.txt`
      for (const name of ["a.txt", "a.txt.partial", longest]) writeFileSync(join(folder, name), phone)
      assert.deepStrictEqual(yield* fix(folder, "a.txt", longest), { files: 2, messages: 2, unfixed: [], held: [] })
      assert.strictEqual(readFileSync(join(folder, "a.txt"), "utf8"), instead)
      assert.strictEqual(readFileSync(join(folder, "a.txt.partial"), "utf8"), phone)
      assert.deepStrictEqual(readdirSync(folder).sort(), ["a.txt", "a.txt.partial", longest])
    })
  )

  it.scopedLive("keeps a symbolic link", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      writeFileSync(join(folder, "a.txt"), phone)
      symlinkSync("a.txt", join(folder, "link.txt"))
      assert.strictEqual((yield* fix(folder, "link.txt")).files, 1)
      assert.isTrue(lstatSync(join(folder, "link.txt")).isSymbolicLink())
      assert.strictEqual(readFileSync(join(folder, "a.txt"), "utf8"), instead)
    })
  )

  it.scopedLive("writes a file once that is checked under several names", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      writeFileSync(join(folder, "a.txt"), phone)
      symlinkSync("a.txt", join(folder, "link.txt"))
      assert.deepStrictEqual(yield* fix(folder, "link.txt", "a.txt"), { files: 1, messages: 1, unfixed: [], held: [] })
    })
  )

  it.scopedLive("skips a file whose other hard links would keep the old content", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      writeFileSync(join(folder, "a.txt"), phone)
      linkSync(join(folder, "a.txt"), join(folder, "b.txt"))
      const unfixed = [{ path: "a.txt", reason: "linked" as const }]
      assert.deepStrictEqual(yield* fix(folder, "a.txt"), { files: 0, messages: 0, unfixed, held: [] })
      assert.strictEqual(readFileSync(join(folder, "a.txt"), "utf8"), phone)
      assert.strictEqual(statSync(join(folder, "a.txt")).nlink, 2)
    })
  )

  it.scopedLive("reports what it could not replace, and continues", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      for (const name of ["closed", "open"]) mkdirSync(join(folder, name))
      for (const name of ["closed/a.txt", "open/b.txt"]) writeFileSync(join(folder, name), phone)
      writeFileSync(join(folder, "open/c.txt"), "Спасибо")
      if (process.getuid?.() === 0) chownSync(join(folder, "open"), nobody, nobody)
      chmodSync(folder, 0o755)
      chmodSync(join(folder, "closed"), 0o555)
      yield* withoutRoot
      assert.deepStrictEqual(yield* fix(folder, "closed/a.txt", "open/b.txt", "open/c.txt"), {
        files: 1,
        messages: 1,
        unfixed: [
          { path: "closed/a.txt", reason: "unwritable" },
          { path: "open/c.txt", reason: "changed" }
        ],
        held: []
      })
      assert.strictEqual(readFileSync(join(folder, "closed/a.txt"), "utf8"), phone)
      assert.strictEqual(readFileSync(join(folder, "open/b.txt"), "utf8"), instead)
      assert.strictEqual(readFileSync(join(folder, "open/c.txt"), "utf8"), "Спасибо")
    })
  )
})
