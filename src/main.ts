#!/usr/bin/env node
import manifest from "../package.json" with { type: "json" }
import { program } from "./commands/program.ts"
import { isLocale, localeOfEnvironment } from "./locale/Locale.ts"

const parameters = process.argv.slice(2)
const environment = process.env
const asked = parameters[parameters.indexOf("--locale") + 1]

process.exitCode = await program(parameters, manifest.version, {
  environment,
  folder: process.cwd(),
  locale: isLocale(asked) ? asked : localeOfEnvironment(environment)
})
