import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { runChatlint } from "./runChatlint.ts"
import { temporaryFolder } from "./scanSandbox.ts"

/** The complete output of a command in a subfolder of one with this configuration. */
const outputOf = (parameters: ReadonlyArray<string>, config?: string) =>
  Effect.gen(function* () {
    const above = yield* temporaryFolder
    const folder = join(above, "templates")
    mkdirSync(folder)
    if (config !== undefined) writeFileSync(join(above, "chatlint.yaml"), config)
    writeFileSync(join(above, "other.yaml"), "locale: zh\n")
    writeFileSync(join(folder, "own.yaml"), "id: 5\n")
    const { stdout, stderr } = yield* runChatlint(parameters, { folder })
    return stdout + stderr
  })

const russian = /[а-яё]{3}/
const chinese = /[一-鿿]{2}/

describe("the language of output", { timeout: 60_000 }, () => {
  it.scopedLive.each<readonly [string, ReadonlyArray<string>]>([
    ["help", ["--help"]],
    ["a command's help", ["check", "--help"]],
    ["wrong usage", ["check", "--nonsense"]],
    ["a setting that is missing", ["scan"]],
    ["a setting that is wrong", ["check", "--region", "Russia"]],
    ["rule files with mistakes", ["rules", "validate", "own.yaml"]],
    ["what is set up", ["doctor"]]
  ])("is one for %s, wherever it was named", ([, parameters]) =>
    Effect.gen(function* () {
      assert.notMatch(yield* outputOf(parameters), russian)
      assert.match(yield* outputOf([...parameters, "--locale", "ru"]), russian)
      assert.match(yield* outputOf([...parameters, "--locale=ru"]), russian)
      assert.match(yield* outputOf(parameters, "locale: ru\n"), russian)
      assert.match(yield* outputOf([...parameters, "--locale=zh"], "locale: ru\n"), chinese)
    })
  )

  it.scopedLive("is that of the given configuration, even if it has mistakes", () =>
    Effect.gen(function* () {
      assert.match(yield* outputOf(["scan", "--config", "../other.yaml"], "locale: ru\n"), chinese)
      assert.match(yield* outputOf(["scan", "--config=../other.yaml"], "locale: ru\n"), chinese)
      assert.match(yield* outputOf(["scan"], "locale: ru\nnonsense: 5\n"), russian)
    })
  )

  it.scopedLive("is the environment's if the requested one is unsupported or the configuration's cannot be read", () =>
    Effect.gen(function* () {
      assert.match(yield* outputOf(["scan", "--locale=de"]), /en, zh/)
      assert.match(yield* outputOf(["scan"], "locale: de\n"), /chatlint\.yaml:1:9/)
      assert.match(yield* outputOf(["scan"], "locale: [\n"), /chatlint\.yaml:/)
      assert.match(yield* outputOf(["check", "--", "--locale=ru"]), /cannot be found|is not there|no such/i)
    })
  )
})
