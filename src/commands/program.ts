import { Command, CommanderError } from "commander"
import type { Locale } from "../locale/Locale.ts"
import { ackCommand } from "./ackCommand.ts"
import { baselineCommand } from "./baselineCommand.ts"
import type { CommandLine } from "./CommandLine.ts"
import { checkCommand } from "./checkCommand.ts"
import { demoCommand } from "./demoCommand.ts"
import { diffCommand } from "./diffCommand.ts"
import { doctorCommand } from "./doctorCommand.ts"
import { ExitCode } from "./ExitCode.ts"
import { explainCommand } from "./explainCommand.ts"
import { initCommand } from "./initCommand.ts"
import { printOnStandardError } from "./printOnStandardError.ts"
import { reportCommand } from "./reportCommand.ts"
import { rulesCommand } from "./rulesCommand.ts"
import { scanCommand } from "./scanCommand.ts"
import { serveCommand } from "./serveCommand.ts"
import { commandTexts } from "./texts.ts"
import { traceCommand } from "./traceCommand.ts"
import { usageProblem } from "./usageProblem.ts"

/** Translates commander's headings and options of help. */
const translateHelp = (command: Command, locale: Locale): Command => {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": commandTexts(locale, "usageTitle"),
    "Options:": commandTexts(locale, "optionsTitle"),
    "Commands:": commandTexts(locale, "commandsTitle"),
    "Arguments:": commandTexts(locale, "argumentsTitle")
  }
  return command
    .helpOption("-h, --help", commandTexts(locale, "help"))
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
}

const withSubcommands = (command: Command): ReadonlyArray<Command> => [
  command,
  ...command.commands.flatMap(withSubcommands)
]

/** The given command, such as "rules list"; empty if there is none. */
const namedCommand = (command: Command, parameters: ReadonlyArray<string>): string => {
  const first = parameters.findIndex((word) => !word.startsWith("-"))
  const named = command.commands.find((one) => one.name() === parameters[first])
  return named === undefined ? "" : `${named.name()} ${namedCommand(named, parameters.slice(first + 1))}`.trim()
}

/**
 * Parses the command line and runs the command. Commands are loaded only when run, so that `--version` and `--help`
 * answer at once.
 *
 * @param parameters the arguments after the program's name.
 * @returns the exit code.
 */
export const program = async (
  parameters: ReadonlyArray<string>,
  version: string,
  commandLine: CommandLine
): Promise<number> => {
  const { locale } = commandLine
  const root = new Command("chatlint")
    .description(commandTexts(locale, "about"))
    .version(version, "-V, --version", commandTexts(locale, "version"))
    .helpCommand(false)
    .addHelpText("after", `\n${commandTexts(locale, "exitCodes")}`)
  let exitCode: number = ExitCode.clean
  const end = (code: number) => {
    exitCode = code
  }
  const commands = [
    scanCommand,
    checkCommand,
    baselineCommand,
    reportCommand,
    diffCommand,
    ackCommand,
    explainCommand,
    traceCommand,
    rulesCommand,
    serveCommand,
    initCommand,
    doctorCommand,
    demoCommand
  ]
  for (const command of commands) root.addCommand(command(commandLine, end))
  for (const command of withSubcommands(root)) {
    // Suppresses commander's English error messages, which are translated below. Requested help is still printed.
    translateHelp(command, locale)
      .allowExcessArguments(false)
      .configureOutput({ writeErr: () => undefined })
      .exitOverride()
  }
  await root.parseAsync([...parameters], { from: "user" }).catch((error: unknown) => {
    if (!(error instanceof CommanderError)) {
      printOnStandardError(commandTexts(locale, "unexpected", { problem: String(error) }))
      return end(ExitCode.incomplete)
    }
    if (error.exitCode === 0) return undefined
    printOnStandardError(usageProblem(error, namedCommand(root, parameters), locale))
    return end(ExitCode.usage)
  })
  return exitCode
}
