import { readdirSync, readFileSync } from "node:fs"
import { Either, Option } from "effect"
import type { PreparedRules } from "../engine/rule/PreparedRules.ts"
import type { RuleSource } from "../engine/rule/readRuleFiles.ts"
import { packagePath } from "./packagePath.ts"
import { preparedRulesFile, readPreparedRules } from "./preparedRules.ts"
import type { RuleFileBytes } from "./RuleFileBytes.ts"

/** The rules shipped with chatlint. */
export interface ShippedRules {
  readonly files: ReadonlyArray<RuleFileBytes>
  /** The rules that the build prepared from exactly these files; none if it has not run since the last change. */
  readonly prepared: Option.Option<PreparedRules>
}

/**
 * Reads the files synchronously: for files this small, asynchronous reading costs more than it saves. Throws if the
 * installed files cannot be read.
 *
 * @param folder the prefix of the returned paths.
 */
export const readShippedRules = (folder: string): ShippedRules => {
  const files = shippedFiles(folder)
  const prepared = Either.try(() => readFileSync(preparedRulesFile)).pipe(
    Either.getRight,
    Option.flatMap((bytes) => readPreparedRules(bytes, files))
  )
  return { files, prepared }
}

/** The shipped rule files without the prepared rules. */
export const shippedFiles = (folder: string): ReadonlyArray<RuleFileBytes> =>
  readdirSync(packagePath("rules"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, bytes: readFileSync(packagePath("rules", name)) }))

/**
 * Decodes the files as UTF-8.
 *
 * @param folder the folder that their paths start with, unless that is just `rules`.
 */
export const sourcesOf = (files: ReadonlyArray<RuleFileBytes>, folder?: string): ReadonlyArray<RuleSource> =>
  files.map(({ path, bytes }) => ({ path, text: Buffer.from(bytes).toString("utf8"), folder }))
