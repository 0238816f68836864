import { Option } from "effect"
import { findConfig } from "../config/findConfig.ts"
import type { Environment } from "../config/Given.ts"
import { isLocale, type Locale, localeOfEnvironment } from "../locale/Locale.ts"

/** The last value of an option, `--name value` or `--name=value`. Parameters after `--` are not options. */
const optionValue = (parameters: ReadonlyArray<string>, option: string): string | undefined => {
  const end = parameters.indexOf("--")
  const words = end < 0 ? parameters : parameters.slice(0, end)
  const last = words.findLastIndex((word) => word === option || word.startsWith(`${option}=`))
  return words[last] === option ? words[last + 1] : words[last]?.slice(option.length + 1)
}

/**
 * The language of help, reports and errors, even before the settings are read. The command line takes precedence over
 * the configuration, and that over the environment. Unsupported languages are ignored here; the settings reject them.
 */
export const localeOfCommand = async (
  parameters: ReadonlyArray<string>,
  environment: Environment,
  folder: string
): Promise<Locale> => {
  const asked = optionValue(parameters, "--locale")
  if (isLocale(asked)) return asked
  const config = findConfig(optionValue(parameters, "--config"), folder)
  if (Option.isNone(config)) return localeOfEnvironment(environment)
  const { localeOfConfig } = await import("../config/localeOfConfig.ts")
  return Option.getOrElse(localeOfConfig(config.value), () => localeOfEnvironment(environment))
}
