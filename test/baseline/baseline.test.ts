import * as FileSystem from "@effect/platform/FileSystem"
import { NodeFileSystem } from "@effect/platform-node"
import { describe, expect, it } from "@effect/vitest"
import { Effect, Option, Redacted } from "effect"
import { applyBaseline, type SeenFiles } from "../../src/baseline/applyBaseline.ts"
import { type BaselineEntry, baselineSchema, baselineText, keyIdOf } from "../../src/baseline/BaselineFile.ts"
import { draftIdentityKeyOf } from "../../src/baseline/draftIdentityKey.ts"
import { readBaseline } from "../../src/baseline/readBaseline.ts"
import { draftFindings } from "../../src/check/drafts/draftFindings.ts"
import type { DraftFinding } from "../../src/domain/DraftFinding.ts"
import { judgedFile } from "../check/drafts/judgedFile.ts"

const key = "0f".repeat(32)

const findingsOf = async (
  source: string,
  { path = "a.yaml", reveal = false } = {}
): Promise<ReadonlyArray<DraftFinding>> =>
  draftFindings(await judgedFile(path, source, { reveal }), {
    region: "RU",
    reveal,
    framed: true,
    identityKey: key
  }).map(({ finding }) => finding)

const entriesOf = (findings: ReadonlyArray<DraftFinding>): ReadonlyArray<BaselineEntry> =>
  findings.map(({ id, rule, path, key: place, match }) => ({ id, rule, path, key: place, match }))

const everything: SeenFiles = { isChecked: () => true, exists: () => true }

const applied = (findings: ReadonlyArray<DraftFinding>, entries: ReadonlyArray<BaselineEntry>, seen = everything) =>
  applyBaseline(findings, entries, ({ path }) => path, seen)

const freshIn = (findings: ReadonlyArray<DraftFinding>, entries: ReadonlyArray<BaselineEntry>, seen = everything) =>
  applied(findings, entries, seen).findings.filter(({ status }) => status === "new")

const phone = "+7 926 555-01-42"
const message = `Номер курьера ${phone}`
const file = `a: ${message}\n`
const accepted = entriesOf(await findingsOf(file))

describe("a baseline", () => {
  it("accepts the findings it contains, masked or revealed, after moves and layout changes", async () => {
    expect(accepted).toHaveLength(1)
    expect(freshIn(await findingsOf(file), accepted)).toEqual([])
    expect(freshIn(await findingsOf(file, { reveal: true }), accepted)).toEqual([])
    const moved = await findingsOf(`# new\n\na: "Номер курьера\n  ${phone}"\n`, { path: "elsewhere/b.yaml" })
    const { findings, fixed, kept } = applied(moved, accepted)
    expect(findings.map(({ status, suppression }) => [status, suppression?.by])).toEqual([["unchanged", "baseline"]])
    expect(fixed).toEqual([])
    expect(kept).toEqual(accepted.map((entry) => ({ ...entry, path: "elsewhere/b.yaml" })))
  })

  it("does not hide a new violation of the same rule in the same line", async () => {
    const fresh = freshIn(await findingsOf(`a: ${message} или +7 926 555-01-43\n`), accepted)
    expect(fresh.map(({ match }) => match)).toEqual(["+7926•••••43"])
  })

  it("does not hide a second equal match under the same key, or a copy in another file", async () => {
    expect(freshIn(await findingsOf(`a: ${message}, ещё раз ${phone}`), accepted)).toHaveLength(1)
    const copy = await findingsOf(file, { path: "copy.yaml" })
    const fresh = freshIn([...copy, ...(await findingsOf(file))], accepted)
    expect(fresh.map(({ path }) => path)).toEqual(["copy.yaml"])
    // Nor if only the copy is checked, as before a commit.
    const onlyCopy: SeenFiles = { isChecked: (path) => path === "copy.yaml", exists: () => true }
    expect(freshIn(copy, accepted, onlyCopy)).toHaveLength(1)
  })

  it("follows a moved file if only the new one is checked", async () => {
    const isMoved = (path: string): boolean => path === "moved.yaml"
    const moved = await findingsOf(file, { path: "moved.yaml" })
    expect(freshIn(moved, accepted, { isChecked: isMoved, exists: isMoved })).toEqual([])
  })

  it("counts as fixed what no longer occurs, but not what was not checked", () => {
    expect(applied([], accepted).fixed).toEqual(accepted)
    expect(applied([], accepted, { isChecked: () => false, exists: () => true })).toMatchObject({
      fixed: [],
      kept: accepted
    })
  })
})

describe("the file of a baseline", () => {
  const baseline = { schema: baselineSchema, keyId: keyIdOf(key), key, findings: accepted } as const

  it("is sorted, with one finding per line, and shows no contact", () => {
    const other = { ...accepted[0], path: "Z.yaml", id: "0".repeat(16), rule: "phone-number", key: "z", match: "x" }
    const text = baselineText({ ...baseline, findings: [...accepted, other] })
    expect(text).toBe(baselineText({ ...baseline, findings: [other, ...accepted] }))
    expect(text.split("\n").filter((line) => line.includes(`"id":`))).toHaveLength(accepted.length + 1)
    expect(text).not.toContain("555-01")
    expect(JSON.parse(text)).toMatchObject({ schema: "chatlint/baseline@1", key })
    expect(JSON.parse(baselineText({ ...baseline, findings: [] })).findings).toEqual([])
  })

  const written = (text: string) =>
    Effect.gen(function* () {
      const files = yield* FileSystem.FileSystem
      const path = `${yield* files.makeTempDirectoryScoped()}/chatlint-baseline.json`
      yield* files.writeFileString(path, text)
      return path
    })

  it.scoped("is read as it was written; without the file there is none", () =>
    Effect.gen(function* () {
      const path = yield* written(baselineText(baseline))
      expect(yield* readBaseline(path)).toEqual(Option.some(baseline))
      expect(yield* readBaseline(`${path}.none`)).toEqual(Option.none())
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )

  it.scoped("is rejected with the position of the mistake", () =>
    Effect.gen(function* () {
      const merged = baselineText(baseline).replace('    {"id"', '<<<<<<< ours\n    {"id"')
      expect(yield* Effect.flip(readBaseline(yield* written(merged)))).toMatchObject({ reason: "notJson", line: 6 })
      const wrong = baselineText(baseline).replace(/"rule":"[^"]*"/, '"rule":7')
      expect(yield* Effect.flip(readBaseline(yield* written(wrong)))).toMatchObject({ reason: "notBaseline", line: 6 })
      expect(yield* Effect.flip(readBaseline(yield* written("[]")))).toMatchObject({ reason: "notBaseline" })
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )

  it.effect("provides its key if the configuration names none, and rejects another one", () =>
    Effect.gen(function* () {
      const own = yield* draftIdentityKeyOf(Option.none(), Option.some(baseline), "b.json")
      expect([Redacted.value(own.key), own.kept]).toEqual([key, "baseline"])
      const named = Option.some(Redacted.make("a secret of the company"))
      expect((yield* draftIdentityKeyOf(named, Option.none(), "b.json")).kept).toBe("configuration")
      expect(yield* Effect.flip(draftIdentityKeyOf(named, Option.some(baseline), "b.json"))).toMatchObject({
        reason: "otherKey"
      })
      const { key: _, ...keyless } = baseline
      expect(yield* Effect.flip(draftIdentityKeyOf(Option.none(), Option.some(keyless), "b.json"))).toMatchObject({
        reason: "noKey"
      })
      const [one, other] = yield* Effect.all([
        draftIdentityKeyOf(Option.none(), Option.none(), "b.json"),
        draftIdentityKeyOf(Option.none(), Option.none(), "b.json")
      ])
      expect(one.kept).toBe("nowhere")
      expect(Redacted.value(one.key)).not.toBe(Redacted.value(other.key))
    })
  )
})
