import { readdirSync, readFileSync } from "node:fs"
import { Either, Option } from "effect"
import type { PreparedRules } from "../engine/rule/PreparedRules.ts"
import type { RuleSource } from "../engine/rule/readRuleFiles.ts"
import { packagePath } from "./packagePath.ts"
import { preparedRulesFile, readPreparedRules } from "./preparedRules.ts"
import type { RuleFileBytes } from "./RuleFileBytes.ts"

/** The rules that come with chatlint. */
export interface ShippedRules {
  readonly files: ReadonlyArray<RuleFileBytes>
  /** What the build prepared of just these files: none in a checkout that is not built, or where a file was changed since. */
  readonly prepared: Option.Option<PreparedRules>
}

/**
 * Reads them at once: to take turns with other work for each of these small files costs more than to read them. Throws when the installed files
 * cannot be read.
 *
 * @param folder what the paths begin with.
 */
export const readShippedRules = (folder: string): ShippedRules => {
  const files = shippedFiles(folder)
  const prepared = Either.try(() => readFileSync(preparedRulesFile)).pipe(
    Either.getRight,
    Option.flatMap((bytes) => readPreparedRules(bytes, files))
  )
  return { files, prepared }
}

/** The files without what was prepared of them. */
export const shippedFiles = (folder: string): ReadonlyArray<RuleFileBytes> =>
  readdirSync(packagePath("rules"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, bytes: readFileSync(packagePath("rules", name)) }))

/** The files as texts. */
export const sourcesOf = (files: ReadonlyArray<RuleFileBytes>): ReadonlyArray<RuleSource> =>
  files.map(({ path, bytes }) => ({ path, text: Buffer.from(bytes).toString("utf8") }))
