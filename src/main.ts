#!/usr/bin/env node
import manifest from "../package.json" with { type: "json" }
import { program } from "./commands/program.ts"
import { isLocale, localeOfEnvironment } from "./locale/Locale.ts"

const parameters = process.argv.slice(2)
const environment = process.env
const asked = parameters[parameters.indexOf("--locale") + 1]

// Who reads may go before all is said (`| head`). What is written is told so where it matters; nobody is to be told here.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined)

process.exitCode = await program(parameters, manifest.version, {
  environment,
  folder: process.cwd(),
  locale: isLocale(asked) ? asked : localeOfEnvironment(environment)
})
