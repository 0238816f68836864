/** The languages in which every text exists. */
export const locales = ["ru", "en", "zh"] as const
export type Locale = (typeof locales)[number]

export const isLocale = (name: unknown): name is Locale => locales.some((locale) => locale === name)

/**
 * The language of a process's environment. LC_ALL overrides LC_MESSAGES, which overrides LANG, and an empty variable
 * counts as unset (The Open Group Base Specifications, 8.2). Anything but Russian and Chinese is English.
 */
export const localeOfEnvironment = (environment: Readonly<Record<string, string | undefined>>): Locale => {
  const value = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find((name) => name) ?? ""
  const language = value.slice(0, 2).toLowerCase()
  return language === "ru" || language === "zh" ? language : "en"
}
