import { createHash } from "node:crypto"
import { endianness } from "node:os"
import { deserialize } from "node:v8"
import { Either, Option, Predicate } from "effect"
import type { PhraseProgram } from "../detect/phrase/PhraseMatcher.ts"
import type { PreparedRules } from "../engine/rule/PreparedRules.ts"
import { packagePath } from "./packagePath.ts"
import type { RuleFileBytes } from "./RuleFileBytes.ts"

/** Where the build stores the prepared shipped rules, so that commands start without parsing YAML. */
export const preparedRulesFile = packagePath("dist", "rules.bin")

/** The content of the prepared file. The automata are serialized separately because they are loaded on demand. */
export interface PreparedFile {
  /** A digest of the prepared rule files and of this machine's byte order. */
  readonly digest: string
  readonly prepared: Omit<PreparedRules, "programs">
  readonly programs: ReadonlyMap<string, ProgramOnFile>
}

export interface ProgramOnFile {
  readonly triggers: PhraseProgram["triggers"]
  readonly automaton: Uint8Array
}

/**
 * Reads the rules of a prepared file; none if it was made from other rule files, or by a Node version whose format this
 * one cannot read.
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

/** The rules with the paths that the files have on this machine. */
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

/** The path of a file relative to the parent of the rules folder. */
const placeOf = (path: string): string => path.slice(path.lastIndexOf("rules/"))

/** Our own build wrote the content that belongs to a valid digest, so checking its outline is enough. */
const isPreparedFile = (value: unknown): value is PreparedFile =>
  Predicate.hasProperty(value, "digest") && Predicate.hasProperty(value, "prepared")

/** A digest of rule files, their paths and the byte order, on which the stored number tables depend. */
export const digestOf = (files: ReadonlyArray<RuleFileBytes>): string => {
  const hash = createHash("sha256").update(endianness())
  for (const { path, bytes } of files) hash.update(`${placeOf(path)}\n${bytes.length}\n`).update(bytes)
  return hash.digest("hex")
}
