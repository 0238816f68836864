import { readdirSync, readFileSync } from "node:fs"
import { join, normalize, sep } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const source = fileURLToPath(new URL("../src/", import.meta.url))

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file))

/** The files that a file names behind `from` or in `import(…)`, types too: a reader follows these as well. */
const importsOf = (file: string): ReadonlyArray<string> =>
  [...readFileSync(join(source, file), "utf8").matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)"/g)].map(
    ([, path = ""]) => normalize(join(file, "..", path))
  )

/** The folder of `src/` that a file lies in; undefined of a file that lies in none. */
const folderOf = (file: string): string | undefined => {
  const [folder, ...rest] = file.split(sep)
  return rest.length === 0 || folder === ".." ? undefined : folder
}

/** Names, and the names that each imports. */
type Imports = ReadonlyMap<string, ReadonlySet<string>>

const fileImports: Imports = new Map(files.map((file) => [file, new Set(importsOf(file))]))

const folderImports = new Map<string, Set<string>>()
for (const [file, imported] of fileImports) {
  const from = folderOf(file)
  if (from === undefined) continue
  const known = folderImports.get(from) ?? new Set()
  for (const to of [...imported].map(folderOf)) if (to !== undefined && to !== from) known.add(to)
  folderImports.set(from, known)
}

/** The way from one name back to itself; undefined where there is none. */
const wayBack = (imports: Imports, start: string): ReadonlyArray<string> | undefined => {
  const seen = new Set<string>()
  const ways: Array<ReadonlyArray<string>> = [[start]]
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of imports.get(way.at(-1) ?? "") ?? []) {
      if (next === start) return [...way, next]
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return undefined
}

describe("the folders of src/", () => {
  it("import from one another", () => {
    expect([...(folderImports.get("scan") ?? [])]).toContain("engine")
  })

  it.each([...folderImports.keys()].sort())("%s imports nothing that imports it in turn", (folder) => {
    expect(wayBack(folderImports, folder)).toBeUndefined()
  })

  it("stand in the README, each above what imports it", () => {
    const [, table = ""] = readFileSync(join(source, "../README.md"), "utf8").split("| folder | what lies there |")
    const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, folder = ""]) => folder)
    expect(named.toSorted()).toEqual([...folderImports.keys()].sort())
    const upwards = named.flatMap((folder, index) =>
      named.slice(index + 1).flatMap((below) => (folderImports.get(folder)?.has(below) ? [`${folder} → ${below}`] : []))
    )
    expect(upwards).toEqual([])
  })
})

it("no file of src/ imports what imports it in turn", () => {
  expect(files.flatMap((file) => wayBack(fileImports, file) ?? [])).toEqual([])
})
