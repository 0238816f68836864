import { generateKeyPairSync } from "node:crypto"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Redacted } from "effect"
import type { Environment } from "../../src/config/Given.ts"
import { mailSettings } from "../../src/config/MailSettings.ts"
import { readConfig } from "../../src/config/readConfig.ts"
import { BusinessId } from "../../src/domain/Business.ts"
import { selfSigned } from "../mail/certificate.ts"
import { folderWith } from "./settings.ts"

const business = BusinessId.make("1001")
const keyOf = (type: "rsa" | "ec") =>
  (type === "rsa"
    ? generateKeyPairSync("rsa", { modulusLength: 2048 })
    : generateKeyPairSync("ec", { namedCurve: "P-256" })
  ).privateKey
    .export({ format: "pem", type: "pkcs8" })
    .toString()

/** Reads the mail settings of a configuration with these files next to it. */
const settingsOf = (text: string, environment: Environment = {}, files: Readonly<Record<string, string>> = {}) =>
  Effect.flatMap(folderWith({ "chatlint.yaml": text, ...files }), (folder) =>
    Effect.provide(
      Effect.flatMap(readConfig(undefined, folder), (config) =>
        mailSettings(environment, config, { locale: "en", timeZone: "Europe/Moscow" })
      ),
      NodeFileSystem.layer
    )
  )

const sender = "mail:\n  sender: { address: bot@shop.example }\n"

describe("the mail settings", () => {
  it.scoped("have defaults: every day, all findings, and a mail without findings only on Mondays", () =>
    Effect.gen(function* () {
      const settings = yield* settingsOf(`${sender}businesses:\n  - { id: 1001, mail: { to: [anna@shop.example] } }`)
      assert.deepStrictEqual(settings.sender.address as string, "bot@shop.example")
      assert.isTrue(Option.isNone(settings.server))
      const { days, ...rest } = Option.getOrThrow(settings.of(business))
      assert.strictEqual(days.length, 7)
      assert.deepStrictEqual<unknown>(rest, {
        to: ["anna@shop.example"],
        locale: "en",
        timeZone: "Europe/Moscow",
        minSeverity: "info",
        weekly: "monday",
        shopName: Option.none()
      })
      assert.isTrue(Option.isNone(settings.of(BusinessId.make("1002"))))
    })
  )

  it.scoped("include those of a business", () =>
    Effect.gen(function* () {
      const settings = yield* settingsOf(`${sender}businesses:
  - id: 1001
    name: Ромашка
    mail:
      to: [Инфо@пример.рф, info@Пример.РФ, info@пример.рф]
      locale: ru
      timeZone: Asia/Vladivostok
      minSeverity: warning
      days: [monday, friday]
      weekly: never`).pipe(Effect.flip)
      // A local part outside ASCII would need a server that accepts it.
      assert.include(settings.message, ":7:12: ")
      const mended = yield* settingsOf(`${sender}businesses:
  - id: 1001
    name: Ромашка
    mail: { to: [info@Пример.РФ, info@пример.рф], locale: ru, timeZone: Asia/Vladivostok, minSeverity: warning, days: [monday, friday], weekly: never }`)
      assert.deepStrictEqual<unknown>(Option.getOrThrow(mended.of(business)), {
        to: ["info@xn--e1afmkfd.xn--p1ai"],
        locale: "ru",
        timeZone: "Asia/Vladivostok",
        minSeverity: "warning",
        days: ["monday", "friday"],
        weekly: "never",
        shopName: Option.some("Ромашка")
      })
    })
  )

  const servers: ReadonlyArray<readonly [string, string, number, string]> = [
    ["smtp://mail.example", "mail.example", 587, "required"],
    ["smtp://mail.example:25/", "mail.example", 25, "required"],
    ["smtps://mail.example", "mail.example", 465, "implicit"],
    ["smtp://[::1]:2525", "::1", 2525, "required"]
  ]
  it.scoped.each(servers)("read the server from %s", ([url, host, port, security]) =>
    Effect.gen(function* () {
      const { server } = yield* settingsOf(sender, { CHATLINT_SMTP_URL: url })
      const found = Option.getOrThrow(server)
      assert.deepStrictEqual<unknown>([found.host, found.port, found.security], [host, port, security])
      assert.isTrue(Option.isNone(found.credentials))
    })
  )

  it.scoped("accept a password with any characters, and never print it", () =>
    Effect.gen(function* () {
      const environment = { SHOP_SMTP: "smtp://bot%40shop:p%40ss%2F%3A@mail.example" }
      const { server } = yield* settingsOf(`${sender}  smtp: \${SHOP_SMTP}\n  tls: optional`, environment)
      const { user, password } = Option.getOrThrow(Option.getOrThrow(server).credentials)
      assert.deepStrictEqual([user, Redacted.value(password)], ["bot@shop", "p@ss/:"])
      assert.strictEqual(Option.getOrThrow(server).security, "optional")
      assert.notInclude(`${JSON.stringify(server)}${String(server)}`, "p@ss")
      for (const wrong of [
        "smtp://bot:hunter2@",
        "http://bot:hunter2@mail.example",
        "smtp://bot:hunter2@m.example/x"
      ]) {
        const { message } = yield* Effect.flip(settingsOf(sender, { CHATLINT_SMTP_URL: wrong }))
        assert.include(message, "CHATLINT_SMTP_URL")
        assert.notInclude(message, "hunter2")
      }
    })
  )

  it.scoped("read key and certificate from files next to the configuration", () =>
    Effect.gen(function* () {
      const text = `${sender}  ca: keys/ca.pem\n  dkim: { domain: shop.example, selector: chat, keyFile: keys/dkim.pem }`
      const files = { "keys/ca.pem": selfSigned.cert, "keys/dkim.pem": keyOf("rsa") }
      const settings = yield* settingsOf(text, { CHATLINT_SMTP_URL: "smtp://mail.example" }, files)
      assert.isTrue(Option.isSome(settings.sender.dkim))
      assert.isTrue(Option.exists(settings.server, ({ authorities }) => Option.isSome(authorities)))
      assert.notInclude(JSON.stringify(settings), "PRIVATE KEY")

      for (const [wrong, place] of [
        [{ ...files, "keys/dkim.pem": keyOf("ec") }, ":4:"],
        [{ ...files, "keys/dkim.pem": "nothing" }, ":4:"],
        [{ ...files, "keys/ca.pem": "nothing" }, ":3:7"],
        [{ "keys/dkim.pem": keyOf("rsa") }, ":3:7"]
      ] as const) {
        const { message } = yield* Effect.flip(settingsOf(text, {}, wrong))
        assert.include(message, `chatlint.yaml${place}`)
      }
    })
  )

  const refused: ReadonlyArray<readonly [string, string]> = [
    ["mail: {}", ":1:1:"],
    ["mail: { sender: { address: 'a@x.example, b@x.example' } }", ":1:"],
    ["mail: { sender: { address: '<a@x.example>' } }", ":1:"],
    [`${sender}  smtp: smtp://bot:hunter2@mail.example`, `\${NAME}`],
    [`${sender}  smtp: \${MISSING}`, "MISSING"],
    [`${sender}  tls: none`, ":3:8"],
    [`${sender}  unsubscribe: "javascript:alert(1)"`, ":3:16"],
    [`${sender}  unsubscribe: "https://x.example/\\r\\nBcc: z@z.example"`, ":3:16"],
    [`${sender}businesses:\n  - { id: 1, mail: { to: ["a@x.example\\r\\nBcc: z@z.example"] } }`, ":4:"],
    [`${sender}businesses:\n  - { id: 1, mail: { to: [a@x.example], days: [mon] } }`, ":4:"],
    [`${sender}businesses:\n  - { id: 1, mail: { to: [a@x.example], weekly: yes } }`, ":4:"],
    [`${sender}businesses:\n  - { id: 1, mail: { to: [a@x.example], timeZone: Mars/Olympus } }`, ":4:"],
    ["", "mail.sender"]
  ]
  it.scoped.each(refused)("with %j are rejected with %s", ([text, words]) =>
    Effect.gen(function* () {
      const { message } = yield* Effect.flip(settingsOf(text))
      assert.include(message, words)
      assert.notInclude(message, "hunter2")
    })
  )
})
