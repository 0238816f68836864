import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { checkText } from "../../src/engine/checkConversation.ts"
import { loadRuleSet } from "../../src/ruleset/loadRuleSet.ts"
import { packagePath } from "../../src/ruleset/packagePath.ts"
import { shippedRules } from "../engine/shippedRules.ts"
import { temporaryFolder } from "../store/temporaryStore.ts"

const load = (...folders: ReadonlyArray<string>) => Effect.provide(loadRuleSet(folders), NodeFileSystem.layer)

const shipped = (name: string): string => readFileSync(packagePath("rules", name), "utf8")

describe("the rule set", () => {
  it.effect("is the one that comes with the package, whatever folder the command runs in", () =>
    Effect.gen(function* () {
      const ruleSet = yield* load()
      assert.strictEqual(ruleSet.digest, shippedRules.digest)
      assert.deepStrictEqual(
        checkText(ruleSet, "Позвоните +7 926 555-01-42").map(({ rule }) => String(rule)),
        ["messenger-contact", "phone-number"]
      )
    })
  )

  it.scoped("has a rule of one's own in the place of ours with the same id, from folders within folders too", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      mkdirSync(join(folder, "mine/deep"), { recursive: true })
      const milder = shipped("phone-number.yaml").replace(/^severity: \w+$/m, "severity: info")
      writeFileSync(join(folder, "mine/deep/phone.yml"), milder)
      writeFileSync(join(folder, "mine/readme.txt"), "not a rule")
      const ruleSet = yield* load(join(folder, "mine"))
      const severities = Object.fromEntries(ruleSet.rules.map(({ id, severity }) => [id, severity]))
      assert.strictEqual(severities["phone-number"], "info")
      assert.strictEqual(ruleSet.rules.length, shippedRules.rules.length)
      assert.notStrictEqual(ruleSet.digest, shippedRules.digest)
    })
  )

  it.scoped(
    "takes word lists of one's own by topic, and rules from below a folder that happens to be named words",
    () =>
      Effect.gen(function* () {
        const folder = join(yield* temporaryFolder, "words/mine")
        mkdirSync(join(folder, "words/messengers"), { recursive: true })
        writeFileSync(join(folder, "words/messengers/messenger.yaml"), "about: Ours.\nwords: [птицефон]\n")
        writeFileSync(join(folder, "phone.yaml"), shipped("phone-number.yaml"))
        const ruleSet = yield* load(folder)
        assert.strictEqual(ruleSet.rules.length, shippedRules.rules.length)
        assert.deepStrictEqual(
          checkText(ruleSet, "Напишите нам в птицефон").map(({ rule }) => String(rule)),
          ["messenger-contact"]
        )
      })
  )

  it.scoped("has the same digest wherever its files lie", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      cpSync(packagePath("rules", "phone-number.yaml"), join(folder, "zzz.yaml"))
      assert.strictEqual((yield* load(folder)).digest, shippedRules.digest)
    })
  )

  it.scoped("is refused with every mistake of every file, each with its place", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      writeFileSync(join(folder, "a.yaml"), "id: [")
      writeFileSync(join(folder, "b.yaml"), `colour: red\n${shipped("phone-number.yaml")}`)
      const error = yield* Effect.flip(load(folder))
      assert.strictEqual(error._tag, "RuleFilesError")
      assert.match(error.message, /a\.yaml:\d+:\d+/)
      assert.match(error.message, /b\.yaml:1:1/)
    })
  )

  it.scoped("is refused where a folder is missing, is another file, or holds no rule", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      writeFileSync(join(folder, "file"), "")
      mkdirSync(join(folder, "empty"))
      mkdirSync(join(folder, "odd/rule.yaml"), { recursive: true })
      const reasons = yield* Effect.forEach(["missing", "file", "empty", "odd"], (name) =>
        Effect.map(Effect.flip(load(join(folder, name))), (error) =>
          error._tag === "RuleFolderError" ? [error.reason, error.path.replace(folder, "")] : [error._tag]
        )
      )
      assert.deepStrictEqual(reasons, [
        ["unreadable", "/missing"],
        ["unreadable", "/file"],
        ["empty", "/empty"],
        ["empty", "/odd"]
      ])
    })
  )
})
