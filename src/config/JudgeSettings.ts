import { dirname, resolve } from "node:path"
import { Array as Arrays, Effect, Either, Option, Schema } from "effect"
import { countryMeantBy, isCountry } from "../detect/number/isCountry.ts"
import { severities } from "../domain/Rule.ts"
import { type AllowList, type AllowListProblem, compileAllowList } from "../engine/AllowList.ts"
import { phraseError } from "../engine/rule/compileRuleSet.ts"
import { isLocale, type Locale, localeOfEnvironment, locales } from "../locale/Locale.ts"
import type { ValuePath, YamlFile } from "../yaml/YamlFile.ts"
import { YamlFileError } from "../yaml/YamlFileError.ts"
import { ConfigError } from "./ConfigError.ts"
import { type Allow, writtenNumber } from "./ConfigFile.ts"
import { fromConfig } from "./fromConfig.ts"
import { type Environment, givenSetting, orElse, refuse, type SettingNames } from "./Given.ts"
import type { ReadConfig } from "./readConfig.ts"
import type { SettingError } from "./SettingError.ts"

/** The lowest severity that counts as a failure, or "never". */
export const FailOn = Schema.Literal(...severities, "never")
export type FailOn = typeof FailOn.Type

/** The command-line options for judging texts. */
export interface JudgeFlags {
  readonly config?: string
  readonly region?: string
  readonly rules?: ReadonlyArray<string>
  readonly failOn?: string
  readonly minConfidence?: string
  readonly locale?: string
}

/** How texts are judged, whatever their source. */
export interface JudgeSettings {
  readonly region: string
  readonly rules: ReadonlyArray<string>
  readonly failOn: FailOn
  /** Findings with a lower confidence are omitted. */
  readonly minConfidence: number
  readonly locale: Locale
  /** The allow lists for a business: the general one and its own. Without a business, only the general one. */
  readonly allowListsOf: (businessId: string | undefined) => ReadonlyArray<AllowList>
}

const isFailOn = Schema.is(FailOn)

const isConfidence = (value: string): boolean => /^\d*\.?\d+$/.test(value) && Number(value) <= 1

/** Combines and validates the settings for judging texts. An invalid value is rejected with its position. */
export const judgeSettings = (
  flags: JudgeFlags,
  environment: Environment,
  folder: string,
  read: Option.Option<ReadConfig>
): Effect.Effect<JudgeSettings, SettingError | ConfigError> =>
  Effect.gen(function* () {
    const given = (names: SettingNames) => givenSetting(names, environment, read)
    const region = orElse("RU")(given({ key: "region", flag: flags.region, option: "--region" }))
    if (!isCountry(region.value)) {
      const meant = countryMeantBy(region.value)
      return yield* meant === undefined ? refuse("badRegion", region) : refuse("otherRegion", region, [meant])
    }
    const failOn = orElse("error")(given({ key: "failOn", flag: flags.failOn, option: "--fail-on" }))
    if (!isFailOn(failOn.value)) return yield* refuse("badChoice", failOn, FailOn.literals)
    const minConfidence = orElse("0")(
      given({ key: "minConfidence", flag: flags.minConfidence, option: "--min-confidence" })
    )
    if (!isConfidence(minConfidence.value)) return yield* refuse("badConfidence", minConfidence)
    const locale = orElse(localeOfEnvironment(environment))(
      given({ key: "locale", flag: flags.locale, option: "--locale" })
    )
    if (!isLocale(locale.value)) return yield* refuse("badChoice", locale, locales)
    return {
      region: region.value,
      rules: ruleFolders(flags.rules, folder, read),
      failOn: failOn.value,
      minConfidence: Number(minConfidence.value),
      locale: locale.value,
      allowListsOf: yield* allowLists(read)
    }
  })

/** Reads the settings for judging, including the configuration file, for commands that do not use the marketplace. */
export const readJudgeSettings = fromConfig(judgeSettings)

/** Paths in the file are relative to its folder, all others to the working directory. */
const ruleFolders = (
  named: ReadonlyArray<string> | undefined,
  folder: string,
  read: Option.Option<ReadConfig>
): ReadonlyArray<string> =>
  named?.map((path) => resolve(folder, path)) ??
  Option.match(read, {
    onNone: () => [],
    onSome: ({ config, path }) => (config.rules ?? []).map((rules) => resolve(dirname(path), rules))
  })

const allowLists = (read: Option.Option<ReadConfig>): Effect.Effect<JudgeSettings["allowListsOf"], ConfigError> =>
  Effect.gen(function* () {
    if (Option.isNone(read)) return (): ReadonlyArray<AllowList> => []
    const { config } = read.value
    const compile = compileIn(read.value)
    const compiled = {
      forAll: compile(config.allow, ["allow"]),
      businesses: (config.businesses ?? []).map(({ id, allow }, index) => ({
        id: String(id),
        list: compile(allow, ["businesses", index, "allow"])
      }))
    }
    const errors = [compiled.forAll, ...compiled.businesses.map(({ list }) => list)].flatMap((list) =>
      Either.isLeft(list) ? list.left : []
    )
    if (Arrays.isNonEmptyReadonlyArray(errors)) return yield* new ConfigError({ errors })
    const listsOf = (list: Either.Either<Option.Option<AllowList>, unknown>): ReadonlyArray<AllowList> =>
      Option.toArray(Option.flatten(Either.getRight(list)))
    const own = new Map(compiled.businesses.map(({ id, list }) => [id, listsOf(list)]))
    const forAll = listsOf(compiled.forAll)
    return (businessId: string | undefined) => [
      ...forAll,
      ...(businessId === undefined ? [] : (own.get(businessId) ?? []))
    ]
  })

const compileIn =
  ({ file }: ReadConfig) =>
  (allow: Allow | undefined, path: ValuePath): Either.Either<Option.Option<AllowList>, ReadonlyArray<YamlFileError>> =>
    allow === undefined
      ? Either.right(Option.none())
      : Either.mapBoth(compileAllowList({ ...allow, numbers: allow.numbers?.map(writtenNumber) }), {
          onLeft: (problems) => problems.map((problem) => allowListError(problem, file, path)),
          onRight: Option.some
        })

const allowExpectations = {
  hosts: "expected.host",
  numbers: "expected.phoneNumber",
  addresses: "expected.address"
} as const

const allowListError = (problem: AllowListProblem, file: YamlFile, path: ValuePath): YamlFileError => {
  const entry = [...path, problem.list, problem.index]
  if (problem.list === "phrases") return phraseError(problem.problem, file, entry, [])
  return new YamlFileError({
    path: file.path,
    ...file.placeOfValue(entry),
    problem: "problem.wrongValue",
    expectation: allowExpectations[problem.list],
    subject: "",
    known: [],
    detail: ""
  })
}
