import { createHash } from "node:crypto"
import { endianness } from "node:os"
import { deserialize } from "node:v8"
import { Either, Option, Predicate } from "effect"
import type { PhraseProgram } from "../detect/phrase/PhraseMatcher.ts"
import type { PreparedRules } from "../engine/rule/PreparedRules.ts"
import { packagePath } from "./packagePath.ts"
import type { RuleFileBytes } from "./RuleFileBytes.ts"

/** Where the build puts the shipped rules, prepared, so that a command starts without parsing them. */
export const preparedRulesFile = packagePath("dist", "rules.bin")

/** What the prepared file holds. What is loaded on demand is a file within the file. */
export interface PreparedFile {
  /** Of the rule files that were prepared, and of the order in which this machine writes the bytes of a number. */
  readonly digest: string
  readonly prepared: Omit<PreparedRules, "programs">
  readonly programs: ReadonlyMap<string, ProgramOnFile>
}

export interface ProgramOnFile {
  readonly triggers: PhraseProgram["triggers"]
  readonly automaton: Uint8Array
}

/**
 * The rules of a prepared file; none when it was made of other rule files than these, or by a Node that writes what this one cannot read.
 */
export const readPreparedRules = (
  bytes: Uint8Array,
  files: ReadonlyArray<RuleFileBytes>
): Option.Option<PreparedRules> =>
  Either.try((): unknown => deserialize(bytes)).pipe(
    Either.getRight,
    Option.filter(isPreparedFile),
    Option.filter(({ digest }) => digest === digestOf(files)),
    Option.map(({ prepared, programs }) => ({
      ...placed(prepared, files),
      programs: new Map(
        [...programs].map(([place, { triggers, automaton }]) => [
          place,
          { triggers, automaton: () => deserialize(automaton) }
        ])
      )
    }))
  )

/** The rules with the paths of the files as they lie here. */
const placed = <Rules extends Pick<PreparedRules, "rules" | "words">>(
  prepared: Rules,
  files: ReadonlyArray<RuleFileBytes>
): Rules => {
  const paths = new Map(files.map(({ path }) => [placeOf(path), path]))
  const at = <Value extends { readonly path: string }>(value: Value): Value => ({
    ...value,
    path: paths.get(placeOf(value.path)) ?? value.path
  })
  return {
    ...prepared,
    rules: new Map([...prepared.rules].map(([id, rule]) => [id, at(rule)])),
    words: new Map([...prepared.words].map(([name, list]) => [name, at(list)]))
  }
}

/** The place of a file within the folder of rules, wherever that lies. */
const placeOf = (path: string): string => path.slice(path.lastIndexOf("rules/"))

/** What is behind the digest was written by our own build, so that no more than its outline is asked. */
const isPreparedFile = (value: unknown): value is PreparedFile =>
  Predicate.hasProperty(value, "digest") && Predicate.hasProperty(value, "prepared")

/** Of rule files and their places. Tables of numbers are kept as this machine writes them. */
export const digestOf = (files: ReadonlyArray<RuleFileBytes>): string => {
  const hash = createHash("sha256").update(endianness())
  for (const { path, bytes } of files) hash.update(`${placeOf(path)}\n${bytes.length}\n`).update(bytes)
  return hash.digest("hex")
}
