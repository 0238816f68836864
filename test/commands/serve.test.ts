import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { chatWithPhones, shopOf } from "../scan/sampleShops.ts"
import { head, rawSocket } from "../serve/rawSocket.ts"
import { ask } from "../serve/serving.ts"
import { runChatlint, type Surroundings, startChatlint } from "./runChatlint.ts"
import { temporaryFolder } from "./scanSandbox.ts"

/** Starts `chatlint serve` on a free port and waits until it answers. */
const startServe = (parameters: ReadonlyArray<string> = [], more: Partial<Surroundings> = {}) =>
  Effect.gen(function* () {
    const folder = yield* temporaryFolder
    const running = yield* startChatlint(["serve", "--port", "0", ...parameters], { folder, ...more })
    yield* running.hasWritten("/docs")
    const written = yield* running.output
    const url = /on (http:\/\/\S+)/.exec(written)?.[1] ?? ""
    return { ...running, folder, url, port: Number(new URL(url).port) }
  })

const post = (url: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(url, { method: "POST", body, headers: { "content-type": "application/json", ...headers } })

const phone = JSON.stringify({ id: "a1", text: "Номер мастера +7 926 123-45-67" })

describe("serve", { timeout: 60_000 }, () => {
  it.scopedLive("prints its address, answers, logs without texts, and ends with 0 on SIGTERM", () =>
    Effect.gen(function* () {
      const running = yield* startServe()
      const answer = yield* post(`${running.url}/v1/check`, phone)
      assert.include(answer.text, '"match":"+7926•••••67"')
      yield* running.kill("SIGTERM")
      const { exitCode, stdout, stderr } = yield* running.finished
      assert.strictEqual(exitCode, 0)
      assert.match(stdout, /^chatlint listens on http:\/\/127\.0\.0\.1:\d+ · documentation: \S+\/docs\n$/)
      assert.match(stderr, /"method":"POST","path":"\/v1\/check","status":200,"ms":[\d.]+,"rows":1,"findings":\d/)
      assert.match(stderr, /"event":"stopping"/)
      assert.notInclude(stderr, "123-45-67")
      assert.match(stderr, /no API key/)
    })
  )

  it.scopedLive("ends with 130 on Ctrl-C, and at once at the second signal", () =>
    Effect.gen(function* () {
      const running = yield* startServe(["--quiet", "--no-notifications"])
      yield* running.kill("SIGINT")
      assert.deepInclude(yield* running.finished, { exitCode: 130, stderr: "" })

      const busy = yield* startServe()
      const slow = yield* rawSocket(busy.port)
      yield* slow.write(`${head("Content-Length: 100")}{`)
      yield* Effect.sleep(100)
      yield* busy.kill("SIGTERM")
      yield* busy.hasSaid("stopping")
      yield* busy.kill("SIGTERM")
      assert.strictEqual((yield* busy.finished).exitCode, null)
    })
  )

  it.scopedLive("reads tokens from the environment or from where the configuration says", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      writeFileSync(join(folder, "chatlint.yaml"), `serve:\n  tokens: ['\${HELPDESK}', '\${CHATBOT}']\n`)
      const environment = { HELPDESK: "helpdesk-token", CHATBOT: "chatbot-token" }
      const fromFile = yield* startServe([], { folder, environment })
      const fromEnvironment = yield* startServe([], {
        folder,
        environment: { ...environment, CHATLINT_SERVE_TOKEN: "one, two" }
      })
      const statusOf = (url: string, token: string) =>
        Effect.map(post(`${url}/v1/check`, phone, { authorization: `Bearer ${token}` }), ({ status }) => status)
      const tokens = ["helpdesk-token", "chatbot-token", "one", "two", `\${HELPDESK}`]
      const statuses = (url: string) => Effect.forEach(tokens, (token) => statusOf(url, token))
      assert.deepStrictEqual(yield* statuses(fromFile.url), [200, 200, 401, 401, 401])
      assert.deepStrictEqual(yield* statuses(fromEnvironment.url), [401, 401, 200, 200, 401])
    })
  )

  it.scopedLive("keeps the notified chats across a restart", () =>
    Effect.gen(function* () {
      const shop = shopOf(chatWithPhones(1n, 12, [5]))
      const sandbox = yield* startSandbox({ shops: [shop] })
      const folder = yield* temporaryFolder
      const notification = `{"notificationType":"CHAT_CREATED","chatId":1,"businessId":${shop.businessId}}`
      const environment = { CHATLINT_API_KEY: shop.apiKey }
      // Nothing listens there.
      const away = yield* startServe(["--base-url", "http://127.0.0.1:1"], { folder, environment })
      assert.strictEqual((yield* post(`${away.url}/notification`, notification)).status, 200)
      yield* away.kill("SIGKILL")
      yield* away.finished
      const back = yield* startServe(["--base-url", sandbox.baseUrl], { folder, environment })
      yield* back.hasSaid('"event":"chat scanned"')
      yield* back.kill("SIGTERM")
      const { exitCode, stderr } = yield* back.finished
      assert.strictEqual(exitCode, 0)
      assert.include(stderr, "CHATLINT_NOTIFICATION_SECRET")
      assert.match(stderr, /"event":"chat scanned","businessId":"\d+","chatId":"1","messages":12,"findings":1/)
      assert.notInclude(stderr, shop.apiKey)
    })
  )
})

describe("serve refuses", { timeout: 60_000 }, () => {
  const refusals: ReadonlyArray<readonly [ReadonlyArray<string>, RegExp]> = [
    [["--host", "0.0.0.0"], /Others could reach the server at 0\.0\.0\.0.*CHATLINT_SERVE_TOKEN.*--host/],
    [["--host", "::"], /CHATLINT_SERVE_TOKEN/],
    [["--port", "65536"], /«65536» is not a port.*--port/],
    [["--port", "http"], /is not a port/],
    [["--body-limit", "1MB"], /«1MB» is not a number of bytes.*--body-limit/],
    [["--rate-limit", "-5"], /is not a number of requests/],
    [["--host", "localhost", "--min-confidence", "2"], /from 0 to 1/]
  ]

  it.scopedLive.each(refusals)("%o with a message and exit code 2", ([parameters, words]) =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const { exitCode, stdout, stderr } = yield* runChatlint(["serve", ...parameters], { folder })
      assert.deepStrictEqual([exitCode, stdout], [2, ""])
      assert.match(stderr, words)
    })
  )

  it.scopedLive.each<readonly [string, string]>([
    ["CHATLINT_SERVE_TOKEN", "good,токен"],
    ["CHATLINT_NOTIFICATION_SECRET", "a/b"],
    ["CHATLINT_NOTIFICATION_SECRET", ".."],
    ["CHATLINT_NOTIFICATION_SECRET", "секрет"]
  ])("a secret in %s that cannot be sent", ([variable, secret]) =>
    Effect.gen(function* () {
      const environment = { [variable]: secret }
      const folder = yield* temporaryFolder
      const { exitCode, stderr } = yield* runChatlint(["serve", "--port", "0"], { folder, environment })
      assert.strictEqual(exitCode, 2)
      assert.include(stderr, variable)
      assert.notInclude(stderr, secret)
    })
  )

  it.scopedLive("a port in use, and a secret written in the configuration", () =>
    Effect.gen(function* () {
      const { port, folder } = yield* startServe()
      const taken = yield* runChatlint(["serve", "--port", String(port)], { folder })
      assert.strictEqual(taken.exitCode, 2)
      assert.match(taken.stderr, new RegExp(`127\\.0\\.0\\.1:${port} cannot be listened on: another program does`))
      writeFileSync(join(folder, "chatlint.yaml"), "serve:\n  tokens: [swordfish]\n")
      const plain = yield* runChatlint(["serve", "--port", "0"], { folder })
      assert.strictEqual(plain.exitCode, 2)
      assert.match(plain.stderr, /chatlint\.yaml:2:12.*secrets must not be written here, only named/)
      assert.notInclude(plain.stderr, "swordfish")
    })
  )
})
