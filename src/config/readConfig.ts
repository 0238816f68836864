import { dirname } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Either, Option } from "effect"
import { decodeYamlFile } from "../yaml/decodeYamlFile.ts"
import { parseYamlFile, type ValuePath, type YamlFile } from "../yaml/YamlFile.ts"
import { YamlFileError } from "../yaml/YamlFileError.ts"
import { ConfigError } from "./ConfigError.ts"
import { ConfigFile } from "./ConfigFile.ts"
import { configsIn, findConfig } from "./findConfig.ts"
import { hideKeys } from "./hideKeys.ts"
import { SettingError } from "./SettingError.ts"

/** The configuration and the positions of its values. */
export interface ReadConfig {
  readonly path: string
  readonly config: ConfigFile
  readonly file: YamlFile
  /** `path:line:column` of a value. */
  readonly sourceOf: (path: ValuePath) => string
}

/**
 * Reads the configuration: the named file, or the nearest `chatlint.yaml` or `chatlint.yml` from `folder` upward, if
 * any. Fails with the positions of all mistakes.
 */
export const readConfig = (
  named: string | undefined,
  folder: string
): Effect.Effect<Option.Option<ReadConfig>, ConfigError | SettingError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const found = findConfig(named, folder)
    if (Option.isNone(found)) return Option.none()
    const path = found.value
    if (named === undefined && configsIn(dirname(path)).length > 1) {
      return yield* new SettingError({ problem: "twoConfigs", value: path, source: "", choices: [] })
    }
    const text = yield* Effect.mapError(
      files.readFileString(path),
      () => new SettingError({ problem: "unreadable", value: path, source: "--config", choices: [] })
    )
    const read = Either.gen(function* () {
      const file = yield* Either.mapLeft(parseYamlFile(path, text), (error) => [error])
      // An empty file is a configuration without settings.
      const config = yield* decodeYamlFile(ConfigFile, { ...file, value: file.value ?? {} })
      const sourceOf = (value: ValuePath) => {
        const { line, column } = file.placeOfValue(value)
        return `${path}:${line}:${column}`
      }
      return { path, config, file, sourceOf }
    })
    if (Either.isRight(read)) return Option.some(read.right)
    const [first, ...rest] = read.left.map(
      (error) => new YamlFileError({ ...error, subject: hideKeys(error.subject), detail: hideKeys(error.detail) })
    )
    return first === undefined ? Option.none() : yield* new ConfigError({ errors: [first, ...rest] })
  })
