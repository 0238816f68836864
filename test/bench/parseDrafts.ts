import { readdirSync, readFileSync } from "node:fs"
import { extname, join } from "node:path"
import { parse as parseCsv } from "csv-parse/sync"
import { parse as parseJsonWithComments } from "jsonc-parser"
import { parse as parseYaml } from "yaml"

/*
 * Reads and parses the files of a folder, and does nothing with them: the least that a check must do. With "strict" JSON is parsed by
 * JSON.parse, which tells no places and allows no comments; otherwise by the parser that tells them.
 */

const [root = ".", strictness] = process.argv.slice(2)

const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  ".yaml": parseYaml,
  ".json": strictness === "strict" ? JSON.parse : (text) => parseJsonWithComments(text),
  ".csv": (text) => parseCsv(text)
}

let parsed = 0
for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
  const parse = parsers[extname(name)]
  if (parse === undefined) continue
  if (parse(readFileSync(join(root, name), "utf8")) !== undefined) parsed += 1
}
console.log(parsed)
