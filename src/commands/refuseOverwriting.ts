import { basename, dirname, join } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option } from "effect"
import { SettingError } from "../config/SettingError.ts"
import type { FormatOutput } from "./reportOutputs.ts"

/**
 * Identifies a file whatever links lead to it; none for devices and pipes, which may be written to repeatedly. A file
 * that does not exist is identified by its folder and name.
 */
const identityOf = (path: string): Effect.Effect<Option.Option<string>, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const stat = yield* Effect.option(files.stat(path))
    if (Option.isSome(stat)) {
      const { type, dev, ino } = stat.value
      return type === "File" ? Option.map(ino, (number) => `${dev}:${number}`) : Option.none()
    }
    const folder = yield* Effect.orElseSucceed(files.realPath(dirname(path)), () => dirname(path))
    return Option.some(join(folder, basename(path)))
  })

/**
 * Fails with the first output that would overwrite another output or a file that the command reads.
 *
 * @param read the files that the command reads, as absolute paths.
 */
export const refuseOverwriting = <Format>(
  outputs: ReadonlyArray<FormatOutput<Format>>,
  read: ReadonlyArray<string>
): Effect.Effect<void, SettingError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const written = new Map<string, string>()
    for (const path of outputs.flatMap(({ file }) => Option.toArray(file))) {
      const identity = yield* identityOf(path)
      if (Option.isNone(identity)) continue
      if (written.has(identity.value)) return yield* refused("sameOutput", path)
      written.set(identity.value, path)
    }
    if (written.size === 0) return
    // An output that does not exist yet can only be a file of its name, and there may be thousands of files.
    const names = new Set([...written.values()].map((path) => basename(path)))
    const isAnyThere =
      (yield* Effect.filter([...written.values()], (path) => Effect.orElseSucceed(files.exists(path), () => true)))
        .length > 0
    for (const location of read) {
      if (!isAnyThere && !names.has(basename(location))) continue
      const path = written.get(Option.getOrElse(yield* identityOf(location), () => ""))
      if (path !== undefined) return yield* refused("outputRead", path)
    }
  })

const refused = (problem: "sameOutput" | "outputRead", value: string): SettingError =>
  new SettingError({ problem, value, source: "--output", choices: [] })
