import { findPhoneNumbersInText } from "libphonenumber-js/max"
import { find as findLinks } from "linkifyjs"
import { checkText } from "../../src/engine/checkConversation.ts"
import { readMessage } from "../../src/engine/MessageReading.ts"
import { readPhrases } from "../../src/engine/PhraseReading.ts"
import { shippedRuleSet } from "../../src/ruleset/shippedRuleSet.ts"
import { fold } from "../../src/text/fold.ts"
import { tokenize } from "../../src/text/tokenize.ts"
import { everydayMessages } from "./everydayMessages.ts"
import { worstInputs } from "./worstInputs.ts"

/*
 * Times the engine on everyday messages beside the usual libraries and beside the least that can be done with a text, in one run,
 * and on the worst inputs, of 10 kB and of 100 kB. One core; the passes over the messages take turns, and the middle one of each counts.
 */

const shippedRules = shippedRuleSet()
const rounds = 5
const messages = everydayMessages(20_000)
const characters = messages.reduce((sum, text) => sum + text.length, 0)
const documents = messages.map((text) => JSON.stringify({ text }))

/** What was found by all passes; printed, so that no pass can be left out as useless. */
let kept = 0

interface Pass {
  readonly name: string
  readonly run: () => number
}

const over =
  (judge: (text: string) => number): (() => number) =>
  () =>
    messages.reduce((sum, text) => sum + judge(text), 0)

const seconds = (run: () => number): number => {
  const startedAt = performance.now()
  kept += run()
  return (performance.now() - startedAt) / 1000
}

const middle = (values: ReadonlyArray<number>): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The middle time of each pass, after one that does not count. */
const timePasses = (passes: ReadonlyArray<Pass>): ReadonlyMap<string, number> => {
  const times = new Map(passes.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of passes) {
      const time = seconds(run)
      if (round > 0) times.get(name)?.push(time)
    }
  }
  return new Map([...times].map(([name, values]) => [name, middle(values)]))
}

const engine = "the engine, all rules"
const shelf = "linkifyjs.find and findPhoneNumbersInText (max)"

const whole: ReadonlyArray<Pass> = [
  { name: engine, run: over((text) => checkText(shippedRules, text).length) },
  {
    name: shelf,
    run: over((text) => findLinks(text).length + findPhoneNumbersInText(text, "RU").length)
  },
  { name: "NFKC and lower-casing", run: over((text) => text.normalize("NFKC").toLowerCase().length) },
  {
    name: "JSON.parse of the messages",
    run: () => documents.reduce((sum, document) => sum + (JSON.parse(document) === null ? 0 : 1), 0)
  }
]

const readings = () => messages.map((text) => readMessage(text, "RU"))

/** Each part of the engine by itself; they share work, so the sum is more than the whole. */
const parts: ReadonlyArray<Pass> = [
  { name: "survey", run: over((text) => (readMessage(text, "RU").numberRuns().length > 0 ? 1 : 0)) },
  { name: "folding", run: over((text) => fold(text).text.length) },
  { name: "tokens", run: over((text) => tokenize(text.toLowerCase()).length) },
  { name: "links and e-mail addresses", run: over((text) => readMessage(text, "RU").addresses().links.length) },
  { name: "cards", run: over((text) => readMessage(text, "RU").cards().length) },
  { name: "phones", run: over((text) => readMessage(text, "RU").phones().length) },
  {
    name: "phrases",
    run: () => readings().reduce((sum, reading) => sum + readPhrases(shippedRules, reading).found.length, 0)
  }
]

const number = (value: number): string => Math.round(value).toLocaleString("en")

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}\n` +
    `${number(messages.length)} everyday messages, ${(characters / messages.length).toFixed(0)} characters in the mean`
)
const times = timePasses(whole)
const engineTime = times.get(engine) ?? 0
for (const [name, time] of times) {
  const ratio = name === engine ? "" : `, ${(time / engineTime).toFixed(2)} times the engine's time`
  console.log(`  ${name}: ${number(messages.length / time)} messages/s${ratio}`)
}

console.log("\nparts of the engine, each by itself, as a share of the whole")
for (const [name, time] of timePasses(parts)) console.log(`  ${name}: ${((100 * time) / engineTime).toFixed(0)} %`)

const everydayNanoseconds = (1e9 * engineTime) / characters
console.log(`\nworst inputs; everyday messages take ${everydayNanoseconds.toFixed(0)} ns a character`)
for (const { name, make } of worstInputs) {
  const perCharacter = [10_000, 100_000].map((length) => {
    const text = make(length)
    const once = () => checkText(shippedRules, text).length
    once()
    return (1e9 * middle([seconds(once), seconds(once), seconds(once)])) / text.length
  })
  const [small = 0, large = 0] = perCharacter
  console.log(
    `  ${name}: ${small.toFixed(0)} ns at 10 kB, ${large.toFixed(0)} ns at 100 kB, ` +
      `${(Math.max(small, large) / everydayNanoseconds).toFixed(1)} times everyday`
  )
}
console.log(`\n(${kept} in sum)`)
