import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import PostalMime from "postal-mime"
import { UndeliveredMail } from "../../src/domain/UndeliveredMail.ts"
import { demoShop } from "../../src/sandbox/demoShop.ts"
import { memoryShop } from "../../src/sandbox/memoryShop.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { seededRandom } from "../../src/sandbox/seededRandom.ts"
import { startSmtpServer } from "../mail/smtpServer.ts"
import { marksIn, noteUnanswered, timesTaken } from "../mail/unansweredMails.ts"
import { generatedShop } from "../sandbox/generatedShop.ts"
import { runChatlint, startChatlint } from "./runChatlint.ts"
import { readScanReport } from "./ScanReport.ts"
import { temporaryFolder } from "./scanSandbox.ts"

const shop = generatedShop({ seed: 7, chats: 30, violatingShare: 0.2 })
const emptyShop = memoryShop({ businessId: shop.businessId, apiKey: shop.apiKey, chats: [] })

const configuration = (to: string, more = "") => `timeZone: Europe/Moscow
mail:
  sender: { address: chatlint@romashka.example, name: Проверка чатов }
  tls: optional
businesses:
  - id: ${shop.businessId}
    name: Ромашка
    mail: { to: [${to}], locale: ru${more} }
`

/** A shop on a sandbox, a mail server, and a folder with a configuration for both. */
const surroundings = (to: string, server: Parameters<typeof startSmtpServer>[0] = {}, more = "", of = shop) =>
  Effect.gen(function* () {
    const sandbox = yield* startSandbox({ shops: [of], limits: "off" })
    const smtp = yield* startSmtpServer(server)
    const folder = yield* temporaryFolder
    writeFileSync(join(folder, "chatlint.yaml"), configuration(to, more))
    const environment = {
      CHATLINT_API_KEY: shop.apiKey,
      CHATLINT_BASE_URL: sandbox.baseUrl,
      CHATLINT_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`
    }
    const scan = (...parameters: ReadonlyArray<string>) =>
      runChatlint(["scan", "--format", "json", ...parameters], { folder, environment })
    const start = startChatlint(["scan", "--format", "json", "--send"], { folder, environment })
    const report = (...parameters: ReadonlyArray<string>) =>
      runChatlint(["report", "--format", "json", ...parameters], { folder, environment })
    return { smtp, folder, scan, start, report }
  })

/** The facts of a monitoring line. */
const factsOf = (stderr: string, event: string): Readonly<Record<string, string>> => {
  const line = stderr.split("\n").find((text) => text.startsWith(`chatlint: event=${event} `)) ?? ""
  return Object.fromEntries(line.split(" ").flatMap((word) => (word.includes("=") ? [word.split("=", 2)] : [])))
}

const ReportOfMails = Schema.parseJson(
  Schema.Struct({ undeliveredMails: Schema.optional(Schema.Array(UndeliveredMail)) })
)

/** The first undelivered mail in a report. */
const undeliveredIn = (stdout: string): Partial<UndeliveredMail> =>
  Schema.decodeSync(ReportOfMails)(stdout).undeliveredMails?.[0] ?? {}

/** The run id in a report. */
const runIn = (stdout: string): string => readScanReport(stdout).run.id

describe("scan --send", () => {
  it.scopedLive("mails one inventory to each recipient, and nothing on the next night", () =>
    Effect.gen(function* () {
      const { smtp, scan } = yield* surroundings("anna@shop.example, boris@shop.example", {}, ", weekly: never")
      const first = yield* scan("--send")
      assert.strictEqual(first.exitCode, 1, first.stderr)
      assert.deepStrictEqual(
        smtp.taken.map(({ to }) => to),
        [["anna@shop.example"], ["boris@shop.example"]]
      )
      const mail = yield* Effect.promise(() => PostalMime.parse(smtp.taken[0]?.content ?? ""))
      assert.match(mail.subject ?? "", /^⛔ Первая проверка: \d+ наруш\S+ — «Ромашка», \d+ \S+$/)
      const started = factsOf(first.stderr, "started")
      assert.match(started.time ?? "", /^\d{4}-/)
      const { complete, sent, undelivered, exit, chats } = factsOf(first.stderr, "finished")
      assert.deepStrictEqual(
        { complete, sent, undelivered, exit, chats },
        { complete: "true", sent: "2", undelivered: "0", exit: "1", chats: "30" }
      )

      const second = yield* scan("--send")
      assert.strictEqual(smtp.taken.length, 2)
      assert.match(second.stderr, /no mail is due \(nothing new since the last mail\)/)
      assert.strictEqual(factsOf(second.stderr, "finished").sent, "0")
    })
  )

  it.scopedLive("distinguishes an undelivered mail from findings, and does not retry a refused address", () =>
    Effect.gen(function* () {
      const refusing = { onRecipient: () => ({ status: 550, text: "5.1.1 no such user" }) }
      const { smtp, scan } = yield* surroundings("gone@shop.example", refusing, "", emptyShop)
      const first = yield* scan("--send")
      assert.strictEqual(first.exitCode, 4, first.stderr)
      assert.match(first.stderr, /mail to g•••@shop\.example: The mail server refuses the mail for good \(550 5\.1\.1/)
      assert.deepInclude(factsOf(first.stderr, "finished"), { undelivered: "1", exit: "4" })
      const asked = smtp.steps.length
      const second = yield* scan("--send")
      assert.strictEqual(second.exitCode, 4)
      assert.deepInclude(undeliveredIn(second.stdout), { recipient: "g•••@shop.example", end: "refused" })
      assert.match(second.stderr, /g•••@shop\.example gets no mail/)
      assert.strictEqual(smtp.steps.length, asked)
      const third = yield* scan("--send", "--retry-refused")
      assert.isTrue(smtp.steps.length > asked)
      assert.deepStrictEqual(undeliveredIn(third.stdout), {})
      assert.strictEqual(undeliveredIn((yield* scan("--reveal")).stdout).recipient, "gone@shop.example")
    })
  )

  it.scopedLive("is rejected before the scan if a setting is missing", () =>
    Effect.gen(function* () {
      const { folder } = yield* surroundings("anna@shop.example")
      const environment = { CHATLINT_API_KEY: shop.apiKey, CHATLINT_BASE_URL: "http://127.0.0.1:9" }
      const noServer = yield* runChatlint(["scan", "--send"], { folder, environment })
      assert.strictEqual(noServer.exitCode, 2)
      assert.include(noServer.stderr, "CHATLINT_SMTP_URL")
      writeFileSync(join(folder, "chatlint.yaml"), "region: RU")
      const noSender = yield* runChatlint(["scan", "--send"], { folder, environment })
      assert.strictEqual(noSender.exitCode, 2)
      assert.include(noSender.stderr, "mail.sender")
    })
  )
})

describe("scan --send, interrupted while a server keeps it waiting", () => {
  it.scopedLive("ends with 130, records what was sent, and delivers the rest the next time", () =>
    Effect.gen(function* () {
      const seen = new Set<string>()
      const greylisting = {
        onRecipient: (address: string) => {
          const isKnown = seen.has(address) || address.startsWith("anna")
          seen.add(address)
          return isKnown ? ("accept" as const) : { status: 451, text: "4.7.1 Greylisted" }
        }
      }
      const { smtp, start, report } = yield* surroundings("anna@shop.example, boris@shop.example", greylisting)
      const running = yield* start
      yield* Effect.repeat(Effect.sleep("100 millis"), {
        until: () => smtp.taken.length === 1 && seen.has("boris@shop.example")
      })
      // The awaited answer is saved a moment after it was sent.
      yield* Effect.sleep("1 second")
      yield* running.kill("SIGINT")
      const { exitCode, stderr } = yield* running.finished
      assert.strictEqual(exitCode, 130)
      assert.include(stderr, "The delivery was interrupted; sent mails are recorded. 1 mail is left")
      yield* report("--send")
      assert.deepStrictEqual(
        smtp.taken.map(({ to }) => to),
        [["anna@shop.example"], ["boris@shop.example"]]
      )
    })
  )
})

describe("report --send", () => {
  it.scopedLive("mails the last run, once, and never an earlier one", () =>
    Effect.gen(function* () {
      const { smtp, folder, scan, report } = yield* surroundings("anna@shop.example")
      const older = runIn((yield* scan()).stdout)
      yield* scan()
      const first = yield* report("--send")
      assert.strictEqual(first.exitCode, 1)
      assert.deepInclude(factsOf(first.stderr, "finished"), { sent: "1", undelivered: "0" })
      assert.match((yield* report("--send")).stderr, /no mail is due \(this run was mailed before\)/)
      assert.match((yield* report(older, "--send")).stderr, /no mail is due \(a later run was mailed before\)/)
      assert.strictEqual(smtp.taken.length, 1)
      yield* report("--preview", "mail.html")
      assert.include(readFileSync(join(folder, "mail.html"), "utf8"), "Ромашка")
    })
  )
})

/** The number of kills per test run; CHATLINT_KILLS sets more. */
const kills = Number(process.env.CHATLINT_KILLS ?? 10)

describe("scan --send that is killed", () => {
  it.scopedLive(
    `${kills} times misses nobody, and mails twice only if no answer arrived`,
    () =>
      Effect.gen(function* () {
        const random = seededRandom(17)
        const readers = Array.from({ length: 12 }, (_, index) => `reader${index}@shop.example`)
        const server = { thinks: () => 20 + random() * 150 }
        const { smtp, folder, scan, start } = yield* surroundings(readers.join(", "), server, ", weekly: never")
        const path = join(folder, "chatlint.db")
        const unanswered = new Map<string, number>()
        for (let kill = 0; kill < kills; kill += 1) {
          const running = yield* start
          // Some in the scan, most while mails are sent.
          if (kill % 4 === 0) yield* Effect.sleep(random() * 1000)
          else {
            yield* Effect.race(running.hasWritten("]}"), Effect.asVoid(running.finished))
            yield* Effect.sleep(random() * 1500)
          }
          yield* running.kill("SIGKILL")
          yield* running.finished
          yield* Effect.sleep(200)
          yield* noteUnanswered(path, smtp, unanswered)
        }
        yield* scan("--send")
        const marks = yield* marksIn(path)
        assert.strictEqual(marks.length, readers.length)
        for (const { message_id, state } of marks) {
          assert.strictEqual(state, "sent")
          assert.strictEqual(timesTaken(smtp, message_id), 1 + (unanswered.get(message_id) ?? 0), message_id)
        }
        assert.deepStrictEqual([...new Set(smtp.taken.flatMap(({ to }) => to))].toSorted(), readers.toSorted())
      }),
    600_000
  )
})

describe("scan --dry-run", () => {
  it.scopedLive("writes the mails readable only by their owner, sends none, and leaves them due", () =>
    Effect.gen(function* () {
      const { smtp, folder, scan } = yield* surroundings("anna@shop.example, boris@shop.example")
      for (let time = 0; time < 2; time += 1) {
        const { stderr } = yield* scan("--dry-run", "mails")
        assert.match(stderr, /2 mails written to .*mails; none was sent/)
      }
      assert.strictEqual(smtp.steps.length, 0)
      const files = readdirSync(join(folder, "mails"))
      // The second run's mails are about another run.
      assert.strictEqual(files.length, 4)
      for (const name of files) {
        assert.match(name, /^[0-9a-f]{40}\.eml$/)
        assert.strictEqual(statSync(join(folder, "mails", name)).mode & 0o777, 0o600)
        const mail = yield* Effect.promise(() => PostalMime.parse(readFileSync(join(folder, "mails", name))))
        assert.match(mail.to?.[0]?.address ?? "", /^(anna|boris)@shop\.example$/)
      }
    })
  )
})

describe("scan --preview", () => {
  it.scopedLive("shows the mail of any shop, without settings and without sending", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [demoShop], limits: "off" })
      const folder = yield* temporaryFolder
      const environment = { CHATLINT_API_KEY: demoShop.apiKey, CHATLINT_BASE_URL: sandbox.baseUrl }
      const business = String(demoShop.businessId)
      const { stderr } = yield* runChatlint(
        ["scan", "--business", business, "--preview", "mail.html", "--locale", "ru"],
        { folder, environment }
      )
      assert.include(stderr, join(folder, "mail.html"))
      assert.match(readFileSync(join(folder, "mail.html"), "utf8"), /^<!DOCTYPE html.*Первая проверка: \d+ наруш/s)
    })
  )
})
