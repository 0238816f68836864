import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { templates, writeDraftRepository } from "./draftRepository.ts"
import { type ProcessTime, timeProcess } from "./timeProcess.ts"

/*
 * Checks a repository of 10,000 files with 100,000 messages, beside a program that only reads and parses the same files, and one small
 * file beside a Node that does nothing. All are processes of their own, and take turns; the middle one of each counts.
 */

const [files = 10_000, messagesEach = 10, rounds = 3] = process.argv.slice(2).map(Number)
const command = fileURLToPath(new URL("../../dist/main.js", import.meta.url))
const parseDrafts = fileURLToPath(new URL("./parseDrafts.js", import.meta.url))

type Run = readonly [name: string, run: () => Promise<ProcessTime>]

const middle = (values: ReadonlyArray<number>): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

const timeInTurns = async (runs: ReadonlyArray<Run>, times: number): Promise<ReadonlyArray<ProcessTime>> => {
  const taken = runs.map(([, run]) => ({ run, all: [] as ProcessTime[] }))
  for (let time = 0; time < times; time += 1) for (const { run, all } of taken) all.push(await run())
  return taken.map(({ all }) => ({
    seconds: middle(all.map(({ seconds }) => seconds)),
    processorSeconds: middle(all.map(({ processorSeconds }) => processorSeconds)),
    peakMemory: middle(all.map(({ peakMemory }) => peakMemory))
  }))
}

/** Prints what each took, and the last one against the others. */
const compare = async (runs: ReadonlyArray<Run>, times: number): Promise<ProcessTime | undefined> => {
  const taken = await timeInTurns(runs, times)
  const last = taken.at(-1)
  taken.forEach(({ seconds, processorSeconds, peakMemory }, index) => {
    const ratio =
      last === undefined || index === taken.length - 1
        ? ""
        : `; the check takes ${(last.seconds / seconds).toFixed(1)} times as long, ` +
          `${(last.processorSeconds / processorSeconds).toFixed(1)} times of the processor`
    console.log(
      `  ${runs[index]?.[0]}: ${seconds.toFixed(2)} s, of the processor ${processorSeconds.toFixed(2)} s, ` +
        `peak memory ${peakMemory.toFixed(0)} MB${ratio}`
    )
  })
  return last
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`)
const folder = mkdtempSync(join(tmpdir(), "chatlint-bench-"))
try {
  writeDraftRepository(folder, files, messagesEach)
  const messages = files * messagesEach
  console.log(`\n${files} files, ${messages} messages, ${new Set(templates(messages)).size} of them different`)
  const check = await compare(
    [
      ["reading and parsing, JSON by JSON.parse", () => timeProcess(folder, [parseDrafts, folder, "strict"])],
      ["reading and parsing, JSON with places", () => timeProcess(folder, [parseDrafts, folder])],
      ["chatlint check", () => timeProcess(folder, [command, "check", "--format", "concise"], [0, 1])]
    ],
    rounds
  )
  if (check !== undefined) console.log(`  ${Math.round(messages / check.seconds)} messages/s`)

  writeFileSync(join(folder, "one.yaml"), 'greeting: "Здравствуйте! Ваш заказ готов."\n')
  console.log("\none small file")
  await compare(
    [
      ["node -e 0", () => timeProcess(folder, ["-e", "0"])],
      ["chatlint check", () => timeProcess(folder, [command, "check", "one.yaml"])]
    ],
    rounds * 3
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
