#!/usr/bin/env node
import manifest from "../package.json" with { type: "json" }
import { localeOfCommand } from "./commands/localeOfCommand.ts"
import { program } from "./commands/program.ts"

const parameters = process.argv.slice(2)
const environment = process.env
const folder = process.cwd()

// A reader may close the pipe early (`| head`). Writers that need to know handle their own errors; others are ignored.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined)

process.exitCode = await program(parameters, manifest.version, {
  environment,
  folder,
  locale: await localeOfCommand(parameters, environment, folder)
})
