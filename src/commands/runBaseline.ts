import { relative } from "node:path"
import { Effect, Option, Redacted, Stream } from "effect"
import { type BaselineEntry, baselineSchema, keyIdOf } from "../baseline/BaselineFile.ts"
import { readBaseline } from "../baseline/readBaseline.ts"
import { writeBaseline } from "../baseline/writeBaseline.ts"
import { readDraftSettings } from "../config/DraftSettings.ts"
import { isOpen } from "../domain/DraftFinding.ts"
import { shownPath } from "../domain/shownPath.ts"
import { DraftError, describeDraftError } from "../drafts/DraftError.ts"
import { Git } from "../drafts/files/Git.ts"
import { visibleText } from "../text/visibleText.ts"
import type { BaselineFlags } from "./BaselineFlags.ts"
import { baselineCommandTexts } from "./baselineTexts.ts"
import type { CommandLine } from "./CommandLine.ts"
import { draftPasses } from "./draftPasses.ts"
import { ExitCode } from "./ExitCode.ts"
import { pathMask } from "./pathMask.ts"
import { refuseEmptyPaths } from "./refuseEmptyPaths.ts"
import { runCommand } from "./runCommand.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { writeToStandardOutput } from "./writeReport.ts"

/**
 * `chatlint baseline`: accepts the findings that are neither accepted nor suppressed, and removes entries that no
 * longer occur. Entries of files that were not checked are kept.
 */
export const runBaseline = (paths: ReadonlyArray<string>, flags: BaselineFlags, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      const { environment, folder } = commandLine
      yield* refuseEmptyPaths(paths)
      const settings = yield* readDraftSettings(flags, environment, folder)
      const { path } = settings.baseline
      const before = yield* readBaseline(path)
      const { identity, baselinePathOf, pass } = yield* draftPasses({
        origin: { kind: "paths" },
        paths,
        given: [],
        mayBeEmpty: false,
        settings,
        folder,
        business: flags.business,
        reveal: false,
        framed: false,
        baseline: before
      })
      const { coverage, reviewed } = yield* pass(() => undefined)
      const { note } = yield* StandardStreams
      const shown = pathMask(false, settings)
      yield* Effect.forEach(
        coverage.errors,
        (error) => note(describeDraftError(new DraftError({ ...error, path: shown(error.path) }), settings.locale)),
        {
          discard: true
        }
      )
      const added = reviewed.findings.filter(isOpen).map(
        ({ id, rule, path: file, key, match }): BaselineEntry => ({
          id,
          rule,
          path: baselinePathOf(file),
          key,
          match
        })
      )
      const isNothing = Option.isNone(before) && added.length === 0
      const findings = flags.prune === true ? reviewed.kept : [...reviewed.kept, ...added]
      const key = Redacted.value(identity.key)
      if (!isNothing) {
        yield* writeBaseline(path, {
          schema: baselineSchema,
          keyId: keyIdOf(key),
          ...(identity.kept === "configuration" ? {} : { key }),
          findings
        })
      }
      const line = isNothing
        ? baselineCommandTexts(settings.locale, "nothing")
        : baselineCommandTexts(settings.locale, "written", {
            path: shownPath(relative(folder, path)),
            all: findings.length,
            added: flags.prune === true ? 0 : added.length,
            removed: reviewed.fixed.length
          })
      yield* writeToStandardOutput(Stream.make(`${visibleText(line)}\n`))
      return coverage.errors.length === 0 && coverage.drafts > 0 ? ExitCode.clean : ExitCode.incomplete
    }).pipe(Effect.provide(Git.Default)),
    commandLine
  )
