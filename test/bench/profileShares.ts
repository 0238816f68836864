import { Schema } from "effect"

/** The part of V8's CPU profile that is read (https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile). */
const Profile = Schema.parseJson(
  Schema.Struct({
    nodes: Schema.Array(
      Schema.Struct({
        id: Schema.Int,
        callFrame: Schema.Struct({ functionName: Schema.String, url: Schema.String }),
        children: Schema.optional(Schema.Array(Schema.Int))
      })
    ),
    samples: Schema.Array(Schema.Int),
    timeDeltas: Schema.Array(Schema.Int)
  })
)

/** What a scan spends its time on. */
export const activities = ["rules", "decoding", "waiting", "database", "memory", "other"] as const
export type Activity = (typeof activities)[number]

/** A function of ours and everything it calls belong to one activity. */
const activityOf = new Map<string, Activity>(
  Object.entries({
    checkConversation: "rules",
    excerpt: "rules",
    maskMatch: "rules",
    parseJson: "decoding",
    readAnswer: "decoding",
    "(idle)": "waiting",
    "(garbage collector)": "memory"
  } as const)
)

const isDatabase = (url: string): boolean => /[/\\]libsql[/\\]|^node:sqlite/.test(url)

/**
 * The share of a profile's time that each activity took, from 0 to 1.
 *
 * @param text of a `.cpuprofile` file.
 */
export const profileShares = (text: string): Readonly<Record<Activity, number>> => {
  const { nodes, samples, timeDeltas } = Schema.decodeSync(Profile)(text)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const activities = new Map<number, Activity>()
  const root = nodes[0]
  const open: Array<{ readonly id: number; readonly inherited: Activity }> =
    root === undefined ? [] : [{ id: root.id, inherited: "other" }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const node = byId.get(next.id)
    if (node === undefined) continue
    const { functionName, url } = node.callFrame
    // The bundler numbers names that it meets twice.
    const own = activityOf.get(functionName.replace(/\d+$/, "")) ?? (isDatabase(url) ? "database" : undefined)
    const activity = next.inherited === "other" ? (own ?? "other") : next.inherited
    activities.set(node.id, activity)
    for (const id of node.children ?? []) open.push({ id, inherited: activity })
  }
  const spent: Record<Activity, number> = { rules: 0, decoding: 0, waiting: 0, database: 0, memory: 0, other: 0 }
  let total = 0
  samples.forEach((id, index) => {
    const delta = Math.max(timeDeltas[index] ?? 0, 0)
    spent[activities.get(id) ?? "other"] += delta
    total += delta
  })
  for (const activity of Object.keys(spent) as Array<Activity>) spent[activity] /= Math.max(total, 1)
  return spent
}
