import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Either, Option, Schema } from "effect"
import { decodeYamlFile } from "../yaml/decodeYamlFile.ts"
import { parseYamlFile } from "../yaml/YamlFile.ts"
import { BaselineError } from "./BaselineError.ts"
import { BaselineFile } from "./BaselineFile.ts"

const decode = Schema.decodeUnknownEither(Schema.parseJson(BaselineFile))

/** Reads a baseline; none if the file does not exist. Fails with the position of the first mistake. */
export const readBaseline = (
  path: string
): Effect.Effect<Option.Option<BaselineFile>, BaselineError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const text = yield* Effect.map(files.readFileString(path), Option.some).pipe(
      Effect.catchIf(
        (error) => error._tag === "SystemError" && error.reason === "NotFound",
        () => Effect.succeedNone
      ),
      Effect.mapError(() => new BaselineError({ path, reason: "unreadable" }))
    )
    if (Option.isNone(text)) return Option.none()
    const baseline = decode(text.value)
    return Either.isRight(baseline) ? Option.some(baseline.right) : yield* mistakeIn(path, text.value)
  })

/** The conflict markers that Git leaves in a file. */
const conflict = /^(?:<{7}|={7}|>{7})/m

/** Parsed as YAML, a superset of JSON, for the position of the mistake. */
const mistakeIn = (path: string, text: string): BaselineError => {
  const marker = text.search(conflict)
  if (marker >= 0) {
    return new BaselineError({ path, reason: "notJson", line: text.slice(0, marker).split("\n").length, column: 1 })
  }
  const file = parseYamlFile(path, text)
  if (Either.isLeft(file)) return new BaselineError({ path, reason: "notJson", ...placeOf(file.left) })
  const value = decodeYamlFile(BaselineFile, file.right)
  return Either.isLeft(value) && value.left[0] !== undefined
    ? new BaselineError({ path, reason: "notBaseline", ...placeOf(value.left[0]) })
    : new BaselineError({ path, reason: "notJson" })
}

const placeOf = ({ line, column }: { readonly line: number; readonly column: number }) => ({ line, column })
