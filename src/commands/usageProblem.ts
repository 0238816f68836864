import type { CommanderError } from "commander"
import type { Locale } from "../locale/Locale.ts"
import { commandTexts } from "./texts.ts"

const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? ""

/** The nearest known option or command, which commander appends to its message. */
const nearest = (message: string): string => /\(Did you mean (?:one of )?([^,?]+)/.exec(message)?.[1] ?? "none"

const expectedArguments = (message: string): number => Number(/Expected (\d+) /.exec(message)?.[1] ?? 0)

/**
 * What is wrong with the command line, in the reader's language. Quotes the command line as given.
 *
 * @param command the name of the given command, empty if there is none.
 */
export const usageProblem = (error: CommanderError, command: string, locale: Locale): string => {
  const values = {
    nearest: nearest(error.message),
    help: command === "" ? "chatlint --help" : `chatlint ${command} --help`
  }
  switch (error.code) {
    case "commander.unknownOption":
      return commandTexts(locale, "unknownOption", { ...values, option: quoted(error.message) })
    case "commander.unknownCommand":
      return commandTexts(locale, "unknownCommand", { ...values, command: quoted(error.message) })
    case "commander.optionMissingArgument":
      return commandTexts(locale, "missingValue", { ...values, option: quoted(error.message) })
    case "commander.excessArguments":
      return commandTexts(locale, "excessArguments", {
        ...values,
        command,
        expected: expectedArguments(error.message)
      })
    case "commander.missingArgument":
      return commandTexts(locale, "missingArgument", { ...values, argument: quoted(error.message) })
    case "commander.help":
      return commandTexts(locale, "missingCommand", values)
    default:
      return commandTexts(locale, "badUsage", { ...values, detail: error.message })
  }
}
