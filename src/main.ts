#!/usr/bin/env node
import manifest from "../package.json" with { type: "json" }
import { localeOfCommand } from "./commands/localeOfCommand.ts"
import { program } from "./commands/program.ts"

const parameters = process.argv.slice(2)
const environment = process.env
const folder = process.cwd()

// Who reads may go before all is said (`| head`). What is written is told so where it matters; nobody is to be told here.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined)

process.exitCode = await program(parameters, manifest.version, {
  environment,
  folder,
  locale: await localeOfCommand(parameters, environment, folder)
})
