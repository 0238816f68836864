import { describe, expect, it } from "@effect/vitest"
import { localeOfEnvironment } from "../../src/locale/Locale.ts"

describe("the language of an environment", () => {
  it.each([
    [{}, "en"],
    [{ LANG: "ru_RU.UTF-8" }, "ru"],
    [{ LANG: "zh_CN.UTF-8" }, "zh"],
    [{ LANG: "zh_TW" }, "zh"],
    [{ LANG: "RU" }, "ru"],
    [{ LANG: "en_GB.UTF-8" }, "en"],
    [{ LANG: "de_DE.UTF-8" }, "en"],
    [{ LANG: "C" }, "en"],
    [{ LANG: "POSIX" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_MESSAGES: "ru_RU.UTF-8" }, "ru"],
    [{ LANG: "en_US.UTF-8", LC_MESSAGES: "en_US.UTF-8", LC_ALL: "zh_CN.UTF-8" }, "zh"],
    [{ LANG: "ru_RU.UTF-8", LC_ALL: "C" }, "en"],
    [{ LANG: "ru_RU.UTF-8", LC_MESSAGES: "", LC_ALL: "" }, "ru"],
    [{ LANG: undefined }, "en"]
  ] as const)("%o is %s", (environment, locale) => {
    expect(localeOfEnvironment(environment)).toBe(locale)
  })
})
