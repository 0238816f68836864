import { join } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option, Stream } from "effect"
import { readSettings } from "../config/Settings.ts"
import { terminal } from "../report/terminal.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import { demoSandbox } from "../sandbox/demoSandbox.ts"
import { demoShop } from "../sandbox/demoShop.ts"
import { startSandbox } from "../sandbox/Sandbox.ts"
import type { CommandLine } from "./CommandLine.ts"
import { ExitCode } from "./ExitCode.ts"
import { OutputError } from "./OutputError.ts"
import { runCommand } from "./runCommand.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { scanAndReport } from "./scanAndReport.ts"
import { commandTexts } from "./texts.ts"
import { writeToStandardOutput } from "./writeReport.ts"

const say = (text: string) => writeToStandardOutput(Stream.make(`${text}\n`))

/**
 * `chatlint demo`: starts a sandbox marketplace on a free port and scans its shop over HTTP, as it would a real one.
 * The findings are intended, so they do not affect the exit code.
 */
export const runDemo = (flags: { readonly color: boolean; readonly locale?: string }, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      const files = yield* FileSystem.FileSystem
      const folder = yield* Effect.mapError(
        files.makeTempDirectoryScoped({ prefix: "chatlint-demo-" }),
        ({ message }) => new OutputError({ path: message })
      )
      const sandbox = yield* Effect.orDie(startSandbox(demoSandbox))
      const settings = yield* readSettings(
        {
          baseUrl: sandbox.baseUrl,
          business: [String(demoShop.businessId)],
          db: join(folder, "chatlint.db"),
          locale: flags.locale ?? commandLine.locale
        },
        // None of the user's settings, especially no real key, reaches the sandbox.
        { CHATLINT_API_KEY: demoShop.apiKey },
        folder
      )
      yield* say(commandTexts(settings.locale, "demoIntro", { url: sandbox.baseUrl, shop: demoShop.name }))
      const ruleSet = yield* loadRuleSet([])
      const { isTerminal, mayColor } = yield* StandardStreams
      const exitCode = yield* scanAndReport(settings, ruleSet, {
        outputs: [{ format: terminal, file: Option.none() }],
        color: mayColor(flags),
        showProgress: isTerminal.error,
        reveal: false,
        everything: false,
        mail: Option.none()
      })
      yield* say(`\n${commandTexts(settings.locale, "demoNext")}`)
      return exitCode === ExitCode.findings ? ExitCode.clean : exitCode
    }).pipe(Effect.scoped),
    commandLine
  )
