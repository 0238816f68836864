import { resolve } from "node:path"
import type * as FileSystem from "@effect/platform/FileSystem"
import { Clock, Effect, Option } from "effect"
import manifest from "../../package.json" with { type: "json" }
import { BaselineError } from "../baseline/BaselineError.ts"
import type { BaselineFile } from "../baseline/BaselineFile.ts"
import { readBaseline } from "../baseline/readBaseline.ts"
import { reportedRules } from "../check/reportedRules.ts"
import type { ConfigError } from "../config/ConfigError.ts"
import { type DraftSettings, readDraftSettings } from "../config/DraftSettings.ts"
import { findConfig } from "../config/findConfig.ts"
import type { SettingError } from "../config/SettingError.ts"
import { type DraftFinding, isOpen } from "../domain/DraftFinding.ts"
import { reaches } from "../domain/Rule.ts"
import { DraftError, describeDraftError, describeDraftProblem } from "../drafts/DraftError.ts"
import type { DraftFile, DraftOrigin } from "../drafts/files/draftFiles.ts"
import { namedFile } from "../drafts/files/FoundFile.ts"
import { Git } from "../drafts/files/Git.ts"
import type { GitError } from "../drafts/files/GitError.ts"
import type { DraftReport } from "../report/drafts/DraftReport.ts"
import type { RuleFilesError } from "../ruleset/RuleFilesError.ts"
import type { RuleFolderError } from "../ruleset/RuleFolderError.ts"
import { CheckConflict } from "./CheckConflict.ts"
import type { CheckFlags } from "./CheckFlags.ts"
import type { CommandLine } from "./CommandLine.ts"
import { checkTexts } from "./checkTexts.ts"
import { draftOutputs } from "./draftOutputs.ts"
import { draftPasses } from "./draftPasses.ts"
import { ExitCode } from "./ExitCode.ts"
import type { InputError } from "./InputError.ts"
import type { OutputError } from "./OutputError.ts"
import { pathMask } from "./pathMask.ts"
import { readStandardInput } from "./readStandardInput.ts"
import { refuseEmptyPaths } from "./refuseEmptyPaths.ts"
import { refuseOverwriting } from "./refuseOverwriting.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { type FixableFile, writeFixes } from "./writeFixes.ts"
import { exitCodeAfterWriting, writeOutputs } from "./writeReport.ts"

/** The errors that prevent a check of files entirely. */
type CheckFailure =
  | SettingError
  | ConfigError
  | RuleFolderError
  | RuleFilesError
  | GitError
  | BaselineError
  | CheckConflict
  | InputError
  | OutputError

/** Checks drafts in files, in the index or on standard input, writes the reports, and returns the exit code. */
export const checkFiles = (
  paths: ReadonlyArray<string>,
  flags: CheckFlags,
  { environment, folder }: CommandLine
): Effect.Effect<ExitCode, CheckFailure, FileSystem.FileSystem | StandardStreams> =>
  Effect.gen(function* () {
    const started = yield* Clock.currentTimeMillis
    const { note, mayColor } = yield* StandardStreams
    const conflict = conflictOf(paths, flags)
    if (conflict !== undefined) return yield* conflict
    yield* refuseEmptyPaths(paths)
    const origin = originOf(flags)
    const outputs = yield* draftOutputs(flags, environment, folder)
    const settings = yield* readDraftSettings(flags, environment, folder)
    const baseline = yield* namedBaseline(settings)
    const ownFiles = [...Option.toArray(findConfig(flags.config, folder)), settings.baseline.path]
    yield* refuseOverwriting(outputs, ownFiles)
    const { locale } = settings
    const reveal = flags.reveal === true
    const given = paths.includes("-") ? [yield* givenFile(flags, folder)] : []
    const named = paths.filter((path) => path !== "-")
    const { business } = flags
    const framed = outputs.some(({ format }) => format.showsFrames)
    const mayBeEmpty = flags.allowEmpty === true
    const looked = { origin, paths: named, given, mayBeEmpty, settings, folder, baseline, business, reveal, framed }
    const { ruleSet, identity, pass } = yield* draftPasses(looked)
    const fixable: Array<FixableFile> = []
    const first = yield* pass(({ file, judged, bytes }) => {
      if (flags.fix === true && judged.violations.length > 0) {
        fixable.push({ location: file.location, judged, bytes })
      }
    })
    yield* refuseOverwriting(outputs, first.coverage.locations)
    const written = yield* writeFixes(fixable, first.reviewed.findings)
    // Fixed files are read again, so that the report describes their current content.
    const isChanged = written.files > 0 || written.unfixed.length > 0
    const { coverage, reviewed } = isChanged ? yield* pass(() => undefined) : first
    const shown = pathMask(reveal, settings)
    const errors = coverage.errors.map((error) => new DraftError({ ...error, path: shown(error.path) }))
    if (flags.fix === true)
      yield* note(checkTexts(locale, "fixed", { files: written.files, messages: written.messages }))
    for (const messages of written.held)
      yield* note(checkTexts(locale, "held", { ...messages, path: shown(messages.path) }))
    for (const file of written.unfixed) yield* note(checkTexts(locale, "unfixed", { ...file, path: shown(file.path) }))

    const report: DraftReport = {
      complete: errors.length === 0,
      filesChecked: coverage.files,
      draftsChecked: coverage.drafts,
      otherFiles: coverage.others.map(({ ending, files }) => ({ ending, files })),
      notChecked: errors.map((error) => notChecked(error, settings)),
      findings: reviewed.findings.map((finding) => ({ ...finding, path: shown(finding.path) })),
      fixed: reviewed.fixed.length,
      suppressionNotices: reviewed.suppressionNotices.map((notice) => ({ ...notice, path: shown(notice.path) })),
      stableIds: identity.kept !== "nowhere",
      durations: { total: (yield* Clock.currentTimeMillis) - started }
    }
    const options = { locale, color: false, version: manifest.version, rules: reportedRules(ruleSet, locale) }
    const color = mayColor(flags)
    const writingExitCode = yield* writeOutputs(outputs, { color, locale }, (format, isColored) =>
      format.write(report, { ...options, color: isColored })
    )
    for (const error of errors) yield* note(describeDraftError(error, locale))
    const isEmpty = coverage.drafts === 0 && !mayBeEmpty
    if (isEmpty) yield* note(checkTexts(locale, "nothingChecked", { files: coverage.files }))
    return exitCodeAfterWriting(exitCodeOf(report, isEmpty || written.unfixed.length > 0, settings), writingExitCode)
  }).pipe(Effect.provide(Git.Default))

/** The baseline of the settings. One named on the command line must exist. */
const namedBaseline = ({
  baseline: { path, isNamed }
}: DraftSettings): Effect.Effect<Option.Option<BaselineFile>, BaselineError, FileSystem.FileSystem> =>
  Effect.filterOrFail(
    readBaseline(path),
    (found) => Option.isSome(found) || !isNamed,
    () => new BaselineError({ path, reason: "missing" })
  )

/** --fix writes to the working tree, so it excludes --staged and standard input. */
const conflictOf = (paths: ReadonlyArray<string>, { staged, since, fix }: CheckFlags): CheckConflict | undefined => {
  if (staged === true && since !== undefined) return new CheckConflict({ one: "--staged", other: "--since" })
  if (fix === true && staged === true) return new CheckConflict({ one: "--fix", other: "--staged" })
  return fix === true && paths.includes("-") ? new CheckConflict({ one: "--fix", other: "-" }) : undefined
}

const originOf = ({ staged, since }: CheckFlags): DraftOrigin =>
  since !== undefined ? { kind: "since", revision: since } : { kind: staged === true ? "staged" : "paths" }

const givenFile = ({ stdinFilename }: CheckFlags, folder: string): Effect.Effect<DraftFile, InputError> => {
  const path = stdinFilename ?? "stdin"
  const file = namedFile(resolve(folder, path), path)
  return Effect.map(readStandardInput(path), (bytes): DraftFile => ({ file, bytes: () => Option.some(bytes) }))
}

const notChecked = (error: DraftError, { locale }: DraftSettings): DraftReport["notChecked"][number] => ({
  path: error.path,
  ...(error.line > 0 ? { line: error.line, column: error.column } : {}),
  reason: error.problem,
  message: describeDraftProblem(error, locale)
})

/** @param isUndone whether nothing was checked, or a fix could not be written. */
const exitCodeOf = ({ findings, complete }: DraftReport, isUndone: boolean, { failOn }: DraftSettings): ExitCode => {
  const isFailing = (finding: DraftFinding) =>
    failOn !== "never" && isOpen(finding) && reaches(finding.severity, failOn)
  if (findings.some(isFailing)) return ExitCode.findings
  return complete && !isUndone ? ExitCode.clean : ExitCode.incomplete
}
