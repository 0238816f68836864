import { findPhoneNumbersInText } from "libphonenumber-js/max"
import { find as findLinks } from "linkifyjs"
import type { Hints } from "../../src/detect/prefilter/Prefilter.ts"
import { checkText } from "../../src/engine/checkConversation.ts"
import { readMessage } from "../../src/engine/message/MessageReading.ts"
import { readPhrases } from "../../src/engine/message/PhraseReading.ts"
import { shippedRuleSet } from "../../src/ruleset/shippedRuleSet.ts"
import { fold } from "../../src/text/fold.ts"
import { tokenize } from "../../src/text/tokenize.ts"
import { everydayMessages, everydayShares } from "./everydayMessages.ts"
import { nearMissMessages } from "./nearMissMessages.ts"
import { worstInputs } from "./worstInputs.ts"

/*
 * Times the engine on everyday messages beside the usual libraries and beside the least that can be done with a text, in one run,
 * and on the worst inputs, of 10 kB and of 100 kB. CPU time; the passes over the messages take turns, and the middle one of each counts.
 */

const shippedRules = shippedRuleSet()
const rounds = 9
/** What a program that runs on meets: its code compiled, its tables learnt. */
const roundsBefore = 4

/** Messages with what there is to know of them. */
interface MessageSet {
  readonly name: string
  readonly messages: ReadonlyArray<string>
}

const percent = (share: number): string => `${share} %`

const everyday: MessageSet = {
  name:
    "everyday messages: a greeting and one to three of some two hundred sentences, " +
    `${percent(everydayShares.otherLanguage)} in other languages than Russian, ${percent(everydayShares.orderNumber)} with an order number, ` +
    `${percent(everydayShares.marketLink)} with a link to the marketplace, ${percent(everydayShares.violation)} break a rule`,
  messages: everydayMessages(20_000)
}

const nearMisses: MessageSet = {
  name: "messages of which four of five hold an order number, a link to the marketplace or another near-miss",
  messages: nearMissMessages(20_000)
}

const charactersIn = ({ messages }: MessageSet): number => messages.reduce((sum, text) => sum + text.length, 0)

/** What was found by all passes; printed, so that no pass can be left out as useless. */
let kept = 0

interface Pass {
  readonly name: string
  readonly run: () => number
}

const over =
  (messages: ReadonlyArray<string>, judge: (text: string) => number): (() => number) =>
  () =>
    messages.reduce((sum, text) => sum + judge(text), 0)

/** CPU time: other work on the machine takes its turns of the clock's. */
const seconds = (run: () => number): number => {
  const before = process.cpuUsage()
  kept += run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const middle = (values: ReadonlyArray<number>): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The middle time of each pass, after some that do not count. */
const timePasses = (passes: ReadonlyArray<Pass>): ReadonlyMap<string, number> => {
  const times = new Map(passes.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < roundsBefore + rounds; round++) {
    for (const { name, run } of passes) {
      const time = seconds(run)
      if (round >= roundsBefore) times.get(name)?.push(time)
    }
  }
  return new Map([...times].map(([name, values]) => [name, middle(values)]))
}

const engine = "the engine, all rules"
const shelf = "linkifyjs.find and findPhoneNumbersInText (max)"

const wholeOf = ({ messages }: MessageSet): ReadonlyArray<Pass> => {
  const documents = messages.map((text) => JSON.stringify({ text }))
  return [
    { name: engine, run: over(messages, (text) => checkText(shippedRules, text).length) },
    { name: shelf, run: over(messages, (text) => findLinks(text).length + findPhoneNumbersInText(text, "RU").length) },
    { name: "NFKC and lower-casing", run: over(messages, (text) => text.normalize("NFKC").toLowerCase().length) },
    {
      name: "JSON.parse of the messages",
      run: () => documents.reduce((sum, document) => sum + (JSON.parse(document) === null ? 0 : 1), 0)
    }
  ]
}

/** Each part of the engine by itself; they share work, so the sum is more than the whole. */
const partsOf = ({ messages }: MessageSet): ReadonlyArray<Pass> => [
  {
    name: "the look that rules most messages out",
    run: over(messages, (text) => hintNumber(shippedRules.prefilter.look(text)))
  },
  { name: "folding", run: over(messages, (text) => fold(text).text.length) },
  { name: "tokens", run: over(messages, (text) => tokenize(text.toLowerCase()).length) },
  {
    name: "links and e-mail addresses",
    run: over(messages, (text) => readMessage(text, "RU").addresses().links.length)
  },
  { name: "cards", run: over(messages, (text) => readMessage(text, "RU").cards().length) },
  { name: "phones", run: over(messages, (text) => readMessage(text, "RU").phones().length) },
  {
    name: "phrases",
    run: over(messages, (text) => readPhrases(shippedRules, readMessage(text, "RU")).found.length)
  }
]

const hintNumber = (hints: Hints): number => (shippedRules.isSilentOn(hints) ? 0 : 1)

const number = (value: number): string => Math.round(value).toLocaleString("en")

/** Prints how fast all passes are, and gives the engine's time. */
const report = (set: MessageSet): number => {
  const { name, messages } = set
  console.log(
    `\n${number(messages.length)} ${name}; ${(charactersIn(set) / messages.length).toFixed(0)} characters in the mean`
  )
  const times = timePasses(wholeOf(set))
  const engineTime = times.get(engine) ?? 0
  for (const [pass, time] of times) {
    const ratio = pass === engine ? "" : `, ${(time / engineTime).toFixed(2)} times the engine's time`
    console.log(`  ${pass}: ${number(messages.length / time)} messages/s${ratio}`)
  }
  const silent = messages.filter((text) => hintNumber(shippedRules.prefilter.look(text)) === 0).length
  console.log(`  ${percent(Math.round((1000 * silent) / messages.length) / 10)} are ruled out at one look`)
  return engineTime
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`)
const engineTime = report(everyday)

console.log("\nparts of the engine on everyday messages, each by itself, as a share of the whole")
for (const [name, time] of timePasses(partsOf(everyday)))
  console.log(`  ${name}: ${((100 * time) / engineTime).toFixed(0)} %`)

report(nearMisses)

const warmUpCharacters = 300_000
const everydayNanoseconds = (1e9 * engineTime) / charactersIn(everyday)
console.log(`\nworst inputs; everyday messages take ${everydayNanoseconds.toFixed(0)} ns a character`)
for (const { name, make } of worstInputs) {
  const perCharacter = [10_000, 100_000].map((length) => {
    const text = make(length)
    const once = () => checkText(shippedRules, text).length
    // As warm as the everyday messages are when they are timed: a text that is read once or twice is timed with its compilation.
    for (let read = 0; read < warmUpCharacters; read += text.length) once()
    return (1e9 * middle(Array.from({ length: 5 }, () => seconds(once)))) / text.length
  })
  const [small = 0, large = 0] = perCharacter
  console.log(
    `  ${name}: ${small.toFixed(0)} ns at 10 kB, ${large.toFixed(0)} ns at 100 kB, ` +
      `${(Math.max(small, large) / everydayNanoseconds).toFixed(1)} times everyday`
  )
}
console.log(`\n(${kept} in sum)`)
