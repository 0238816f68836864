import { isUtf8 } from "node:buffer"
import { dirname } from "node:path"
import type { PlatformError } from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Either, Option } from "effect"
import type { PatternCompiler } from "../detect/PatternCompiler.ts"
import { compilePreparedRules, compileRuleSet } from "../engine/rule/compileRuleSet.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { RuleSource } from "../engine/rule/readRuleFiles.ts"
import { YamlFileError } from "../yaml/YamlFileError.ts"
import { packagePath } from "./packagePath.ts"
import type { RuleFileBytes } from "./RuleFileBytes.ts"
import { RuleFilesError } from "./RuleFilesError.ts"
import { RuleFolderError } from "./RuleFolderError.ts"
import { readShippedRules, type ShippedRules, sourcesOf } from "./readShippedRules.ts"

const isRuleFile = (name: string): boolean => /\.ya?ml$/.test(name)

/** Reads all YAML files in a folder and its subfolders, sorted by name, or the one file that is named. */
const readRuleFolder = (
  folder: string
): Effect.Effect<ReadonlyArray<RuleSource>, RuleFolderError | RuleFilesError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const isFile = (path: string) => Effect.map(files.stat(path), ({ type }) => type === "File")
    if (isRuleFile(folder) && (yield* isFile(folder))) return [yield* readRuleSource(folder, dirname(folder))]
    const names = (yield* files.readDirectory(folder, { recursive: true })).filter(isRuleFile).sort()
    const paths = names.map((name) => `${folder}/${name}`)
    // A folder may have a name like a file.
    const ruleFiles = yield* Effect.filter(paths, isFile)
    if (ruleFiles.length === 0) return yield* new RuleFolderError({ path: folder, reason: "empty" })
    return yield* Effect.forEach(ruleFiles, (path) => readRuleSource(path, folder))
  }).pipe(
    Effect.mapError((error) =>
      error instanceof RuleFolderError || error instanceof RuleFilesError
        ? error
        : new RuleFolderError({ path: folder, reason: "unreadable" })
    )
  )

/**
 * Reads a rule file. Other encodings than UTF-8 are refused, because decoding would turn keys into nonsense without an
 * explanation.
 */
const readRuleSource = (
  path: string,
  folder: string
): Effect.Effect<RuleSource, PlatformError | RuleFilesError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const bytes = yield* (yield* FileSystem.FileSystem).readFile(path)
    if (isUtf8(bytes) && !bytes.includes(0)) return { path, text: new TextDecoder().decode(bytes), folder }
    const error = new YamlFileError({
      path,
      line: 1,
      column: 1,
      problem: "problem.notUtf8",
      expectation: "expected.utf8",
      subject: "",
      known: [],
      detail: ""
    })
    return yield* new RuleFilesError({ errors: [error] })
  })

/** A comment may contain it as well; then the compiler is loaded needlessly. */
const patternsKey = "patterns"

/** The compiler of RE2 patterns, loaded only if needed: few rules have patterns, and loading delays the start. */
const patternCompiler = (
  own: ReadonlyArray<RuleFileBytes>,
  overrides: ReadonlyArray<RuleSource>
): Effect.Effect<PatternCompiler | undefined> =>
  own.some(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(patternsKey)) ||
  overrides.some(({ text }) => text.includes(patternsKey))
    ? Effect.map(
        Effect.promise(() => import("./compileRe2.ts")),
        ({ compileRe2 }) => compileRe2
      )
    : Effect.succeed(undefined)

/** The shipped rules. A package without them is broken. */
const ownRules: Effect.Effect<ShippedRules, RuleFolderError> = Effect.suspend(() => {
  const path = packagePath("rules")
  return Effect.try({
    try: () => readShippedRules(path),
    catch: () => new RuleFolderError({ path, reason: "unreadable" })
  })
}).pipe(
  Effect.filterOrFail(
    ({ files }) => files.length > 0,
    () => new RuleFolderError({ path: packagePath("rules"), reason: "empty" })
  )
)

/** Loads the shipped rules and those in the user's folders, which replace shipped rules with the same id. */
export const loadRuleSet = (
  folders: ReadonlyArray<string>
): Effect.Effect<RuleSet, RuleFolderError | RuleFilesError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const own = yield* ownRules
    const overrides = (yield* Effect.forEach(folders, readRuleFolder)).flat()
    const compilePattern = yield* patternCompiler(own.files, overrides)
    const ruleSet = Option.match(own.prepared, {
      onNone: () => compileRuleSet(sourcesOf(own.files, packagePath("rules")), overrides, compilePattern),
      onSome: (prepared) => compilePreparedRules(prepared, overrides, compilePattern)
    })
    if (Either.isLeft(ruleSet)) {
      const [first, ...rest] = ruleSet.left
      return yield* new RuleFilesError({ errors: [first, ...rest] })
    }
    return ruleSet.right
  })
