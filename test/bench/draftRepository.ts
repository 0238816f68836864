import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { stringify as stringifyCsv } from "csv-stringify/sync"
import { stringify as stringifyYaml } from "yaml"
import { everydayMessages } from "./everydayMessages.ts"

/** How a file of templates is written, and how many of ten files are. */
const kinds = [
  { share: 4, extension: "yaml", write: (texts: ReadonlyArray<string>) => stringifyYaml({ replies: named(texts) }) },
  {
    share: 4,
    extension: "json",
    write: (texts: ReadonlyArray<string>) => JSON.stringify({ replies: named(texts) }, null, 2)
  },
  {
    share: 2,
    extension: "csv",
    write: (texts: ReadonlyArray<string>) => stringifyCsv([["key", "text"], ...Object.entries(named(texts))])
  }
]

const named = (texts: ReadonlyArray<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(texts.map((text, index) => [`reply_${index + 1}`, text]))

/** Everyday messages, the same for the same count; one in five names the buyer. */
export const templates = (count: number): ReadonlyArray<string> =>
  everydayMessages(count).map((text, index) => (index % 5 === 0 ? `{buyer_name}! ${text}` : text))

/**
 * Writes files of templates, a hundred of them to a folder: of ten files four are YAML, four JSON and two CSV.
 *
 * @param messagesEach how many messages stand in each.
 */
export const writeDraftRepository = (root: string, files: number, messagesEach: number): void => {
  const messages = templates(files * messagesEach)
  const plan = kinds.flatMap(({ share, ...kind }) => Array.from({ length: share }, () => kind))
  for (let index = 0; index < files; index += 1) {
    const kind = plan[index % plan.length]
    if (kind === undefined) continue
    const folder = join(root, `shop-${Math.floor(index / 100)}`)
    mkdirSync(folder, { recursive: true })
    const texts = messages.slice(index * messagesEach, (index + 1) * messagesEach)
    writeFileSync(join(folder, `replies-${index}.${kind.extension}`), kind.write(texts))
  }
}
