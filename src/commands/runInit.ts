import { join } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Stream } from "effect"
import { configJsonSchema } from "../init/configJsonSchema.ts"
import { configTemplate } from "../init/configTemplate.ts"
import type { CommandLine } from "./CommandLine.ts"
import { ExitCode } from "./ExitCode.ts"
import { FileExists } from "./FileExists.ts"
import { initTexts } from "./initTexts.ts"
import { OutputError } from "./OutputError.ts"
import { runCommand } from "./runCommand.ts"
import { writeToStandardOutput } from "./writeReport.ts"

const configName = "chatlint.yaml"
const schemaName = "chatlint.schema.json"

/** `chatlint init`: writes a configuration and its schema to the working directory; overwrites only with --force. */
export const runInit = ({ force = false }: { readonly force?: boolean }, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      const { folder, locale } = commandLine
      const files = yield* FileSystem.FileSystem
      const contents: ReadonlyArray<readonly [name: string, text: string]> = [
        [configName, configTemplate(locale, `./${schemaName}`)],
        [schemaName, `${JSON.stringify(configJsonSchema(locale), undefined, 2)}\n`]
      ]
      // All are checked before the first is written, so that no partial configuration is left.
      for (const [name] of contents) {
        const isThere = yield* Effect.orElseSucceed(files.exists(join(folder, name)), () => false)
        if (isThere && !force) return yield* new FileExists({ path: name })
      }
      for (const [name, text] of contents) {
        const path = join(folder, name)
        // "wx" fails if the file was created in the meantime.
        yield* Effect.mapError(
          files.writeFileString(path, text, { flag: force ? "w" : "wx" }),
          () => new OutputError({ path: name })
        )
        yield* writeToStandardOutput(Stream.make(`${initTexts(locale, "written", { path: name })}\n`))
      }
      yield* writeToStandardOutput(Stream.make(`\n${initTexts(locale, "next")}\n`))
      return ExitCode.clean
    }),
    commandLine
  )
