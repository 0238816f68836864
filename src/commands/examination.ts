import { dirname, join, resolve } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Array as Arrays, Duration, Effect, Layer, Option, Stream } from "effect"
import { baselineName } from "../baseline/BaselineFile.ts"
import { identityKeyOf } from "../baseline/identityKey.ts"
import { readBaseline } from "../baseline/readBaseline.ts"
import { identityKeySetting } from "../config/identityKeySetting.ts"
import { readConfig } from "../config/readConfig.ts"
import { readSettings, type Settings } from "../config/Settings.ts"
import { readStoreSettings } from "../config/StoreSettings.ts"
import type { Locale } from "../locale/Locale.ts"
import { layerHttp } from "../market/layerHttp.ts"
import type { MarketAccess } from "../market/MarketAccess.ts"
import { MarketClient } from "../market/MarketClient.ts"
import { BudgetLedger } from "../market/RequestBudget.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import { layerSqlite } from "../store/SqliteStore.ts"
import { type CommandFailure, describeFailure, exitCodeOfFailure } from "./CommandFailure.ts"
import type { CommandLine } from "./CommandLine.ts"
import type { DoctorFlags } from "./DoctorFlags.ts"
import { doctorTexts } from "./doctorTexts.ts"
import { ExitCode } from "./ExitCode.ts"

/** How one thing stands: well, well but to be known, or with what the command would end that needs it. */
export interface Result {
  readonly state: "well" | "known" | "problem"
  readonly lines: ReadonlyArray<string>
  readonly exitCode: ExitCode
}

/** The marketplace is asked more patiently by a scan; a person waits no longer than this. */
const patience = Duration.seconds(20)

/** Two requests are nothing that a scan would have to know of. */
const forgetful = Layer.succeed(BudgetLedger, { load: () => Effect.succeedNone, save: () => Effect.void })

/** As in package.json; a bundle may run where that is not read. */
const neededNode = [20, 19] as const

const well = (line: string): Result => ({ state: "well", lines: [line], exitCode: ExitCode.clean })
const known = (line: string): Result => ({ state: "known", lines: [line], exitCode: ExitCode.clean })
const problem = (line: string, exitCode: ExitCode = ExitCode.usage): Result => ({
  state: "problem",
  lines: [line],
  exitCode
})

/** How Node.js stands. */
export const nodeResult = (version: string, locale: Locale): Result => {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  const isNew = major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1])
  return isNew
    ? well(doctorTexts(locale, "node", { version }))
    : problem(doctorTexts(locale, "nodeTooOld", { version, needed: neededNode.join(".") }))
}

/** Everything that a command needs, one after the other. A problem of one keeps none of the others from being looked at. */
export const examination = (
  flags: DoctorFlags,
  { environment, folder, locale }: CommandLine,
  nodeVersion: string
): Stream.Stream<Result, never, FileSystem.FileSystem> => {
  const text: (key: (typeof doctorTexts.keys)[number], values?: Parameters<typeof doctorTexts>[2]) => string = (
    key,
    values
  ) => doctorTexts(locale, key, values)

  const examined = <R>(effect: Effect.Effect<Result, CommandFailure, R>): Effect.Effect<Result, never, R> =>
    Effect.catchAll(effect, (failure) =>
      Effect.succeed({
        state: "problem",
        lines: describeFailure(failure, locale),
        exitCode: exitCodeOfFailure(failure)
      } as const)
    )

  const named = Option.map(Option.fromNullable(flags.config), (path) => resolve(folder, path))

  const config = examined(
    Effect.map(
      readConfig(named, folder),
      Option.match({ onNone: () => known(text("noConfig")), onSome: ({ path }) => well(text("config", { path })) })
    )
  )

  // Where the configuration cannot be read the rest is looked at without it: it has been told already.
  const storeSettings = Effect.catchAll(readStoreSettings(flags, environment, folder), () => Effect.succeedNone).pipe(
    Effect.map((settings) => ("_tag" in settings ? settings : Option.some(settings)))
  )

  const rules = examined(
    Effect.gen(function* () {
      const settings = yield* storeSettings
      const { rules: found } = yield* loadRuleSet(
        Option.match(settings, { onNone: () => [], onSome: (read) => read.rules })
      )
      return well(text("rules", { rules: found.length }))
    })
  )

  const baseline = examined(
    Effect.gen(function* () {
      const path = join(folder, baselineName)
      const found = yield* readBaseline(path)
      const read = yield* Effect.orElseSucceed(readConfig(named, folder), () => Option.none())
      yield* identityKeyOf(yield* identityKeySetting(read, environment), found, path)
      return Option.match(found, {
        onNone: () => known(text("noBaseline")),
        onSome: ({ findings }) => well(text("baseline", { path: baselineName, findings: findings.length }))
      })
    })
  )

  const database = examined(
    Effect.gen(function* () {
      const files = yield* FileSystem.FileSystem
      const settings = yield* storeSettings
      if (Option.isNone(settings)) return { ...known(""), lines: [] }
      const { db } = settings.value
      if (yield* Effect.orElseSucceed(files.exists(db), () => true)) {
        yield* Effect.scoped(Layer.build(layerSqlite(db)))
        return well(text("database", { path: db }))
      }
      // A scan makes it; whoever looks only at the set-up leaves nothing behind.
      const isWritable = yield* Effect.isSuccess(files.access(dirname(db), { writable: true }))
      return isWritable ? well(text("databaseNew", { path: db })) : problem(text("folderUnwritable", { path: db }))
    })
  )

  const settings = readSettings(flags, environment, folder)
  const hasNoKey = (failure: CommandFailure): boolean => failure._tag === "SettingError" && failure.problem === "noKey"

  const keys = examined(
    settings.pipe(
      Effect.map((read) => well(text("keys", { keys: accessesOf(read).length }))),
      Effect.catchIf(hasNoKey, () => Effect.succeed(known(text("noKey"))))
    )
  )

  const marketOf = (access: MarketAccess) =>
    examined(
      Effect.gen(function* () {
        const client = yield* MarketClient
        const ids = [...(yield* Stream.runCollect(client.businesses(access)))].flatMap((reached) => reached.ids)
        // The list of shops is open to every key; whether chats may be read only the chats tell.
        const [first] = ids
        if (first !== undefined) yield* (yield* client.open(access, first, 1)).probe
        return well(text("market", { url: access.baseUrl, businesses: ids.length }))
      }).pipe(
        Effect.timeoutTo({
          duration: patience,
          onSuccess: (result) => result,
          onTimeout: () =>
            problem(
              text("marketSilent", { url: access.baseUrl, seconds: Duration.toSeconds(patience) }),
              ExitCode.incomplete
            )
        }),
        Effect.provide(Layer.merge(Layer.provide(MarketClient.Default, layerHttp), forgetful))
      )
    )

  const market = Stream.unwrap(
    Effect.map(Effect.option(settings), (read) =>
      Stream.mapEffect(Stream.fromIterable(Option.match(read, { onNone: () => [], onSome: accessesOf })), marketOf)
    )
  )

  return Stream.make(nodeResult(nodeVersion, locale)).pipe(
    Stream.concat(Stream.mapEffect(Stream.make(config, rules, baseline, database, keys), (result) => result)),
    Stream.concat(market),
    Stream.mapAccum(new Set<string>(), (told, result) => {
      // One mistake of the configuration is met by everything that reads it.
      const lines = result.lines.filter((line) => !told.has(line))
      return [new Set([...told, ...lines]), { ...result, lines }] as const
    }),
    Stream.filter(({ lines }) => lines.length > 0)
  )
}

/** The proofs that there are, each once: several businesses may share one. */
const accessesOf = ({ access, businesses }: Settings): ReadonlyArray<MarketAccess> =>
  Arrays.dedupe([...Option.toArray(access), ...businesses.map((business) => business.access)])
