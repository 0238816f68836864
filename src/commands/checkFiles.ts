import { resolve } from "node:path"
import type { FileSystem } from "@effect/platform"
import { Clock, DateTime, Effect, Option, Redacted } from "effect"
import manifest from "../../package.json" with { type: "json" }
import type { BaselineError } from "../baseline/BaselineError.ts"
import { identityKeyOf } from "../baseline/identityKey.ts"
import { checkDrafts } from "../check/drafts/checkDrafts.ts"
import { DraftReview, type DraftReviewOptions } from "../check/drafts/DraftReview.ts"
import { makeDraftJudge } from "../check/drafts/judgeDraft.ts"
import { reportedRules } from "../check/reportedRules.ts"
import type { ConfigError } from "../config/ConfigError.ts"
import { type DraftSettings, readDraftSettings } from "../config/DraftSettings.ts"
import type { SettingError } from "../config/SettingError.ts"
import { type DraftFinding, isOpen } from "../domain/DraftFinding.ts"
import { reaches } from "../domain/Rule.ts"
import { type DraftError, describeDraftError, describeDraftProblem } from "../drafts/DraftError.ts"
import type { DraftOrigin, ReadFile } from "../drafts/files/draftFiles.ts"
import { Git } from "../drafts/files/Git.ts"
import type { GitError } from "../drafts/files/GitError.ts"
import type { DraftReport } from "../report/drafts/DraftReport.ts"
import { visibleText } from "../report/visibleText.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import type { RuleFilesError } from "../ruleset/RuleFilesError.ts"
import type { RuleFolderError } from "../ruleset/RuleFolderError.ts"
import { CheckConflict } from "./CheckConflict.ts"
import type { CheckFlags } from "./CheckFlags.ts"
import type { CommandLine } from "./CommandLine.ts"
import { checkTexts } from "./checkTexts.ts"
import { draftOutputs } from "./draftOutputs.ts"
import { ExitCode } from "./ExitCode.ts"
import type { InputError } from "./InputError.ts"
import { mayColor } from "./mayColor.ts"
import type { OutputError } from "./OutputError.ts"
import { readStandardInput } from "./readStandardInput.ts"
import { type FixableFile, writeFixes } from "./writeFixes.ts"
import { writeToFile, writeToStandardOutput } from "./writeReport.ts"

/** What can keep a check of files from being done at all. */
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

/** Checks the drafts in files, in the next commit or on standard input, writes the reports and tells by the exit code what there was. */
export const checkFiles = (
  paths: ReadonlyArray<string>,
  flags: CheckFlags,
  { environment, folder }: CommandLine
): Effect.Effect<ExitCode, CheckFailure, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const started = yield* Clock.currentTimeMillis
    const conflict = conflictOf(paths, flags)
    if (conflict !== undefined) return yield* conflict
    const origin = originOf(flags)
    const outputs = yield* draftOutputs(flags, environment, folder)
    const settings = yield* readDraftSettings(flags, environment, folder)
    const ruleSet = yield* loadRuleSet(settings.rules)
    const { region, locale, minConfidence, holes } = settings
    const allowLists = settings.allowListsOf(flags.business)
    const reveal = flags.reveal === true
    const judge = makeDraftJudge({ ruleSet, region, locale, reveal, holes, allowLists, minConfidence })
    const identity = yield* identityKeyOf(Option.none(), Option.none(), "")
    const judging: Omit<DraftReviewOptions, "accepted" | "baselinePathOf"> = {
      region,
      reveal,
      identityKey: Redacted.value(identity.key),
      today: DateTime.formatIsoDateUtc(yield* DateTime.now),
      knownRules: new Set(ruleSet.rules.map(({ id }) => id)),
      suppressions: settings.suppressions
    }
    const given = paths.includes("-") ? [yield* givenFile(flags, folder)] : []
    const check = { origin, paths: paths.filter((path) => path !== "-"), given, settings, judge, folder }
    const pass = Effect.gen(function* () {
      const review = new DraftReview({ ...judging, accepted: [], baselinePathOf: (path) => path })
      const fixable: Array<FixableFile> = []
      const coverage = yield* checkDrafts(check, ({ file, judged, bytes }) => {
        review.add(judged)
        if (flags.fix === true && judged.violations.length > 0) {
          fixable.push({ location: file.location, judged, bytes })
        }
      })
      return { coverage, fixable, reviewed: review.finish({ exists: () => true }) }
    })
    const first = yield* pass
    const written = yield* writeFixes(first.fixable, first.reviewed.findings)
    // What was written is read again: the report tells what is there now.
    const { coverage, reviewed } = written.files > 0 ? yield* pass : first
    const { errors } = coverage
    if (flags.fix === true) say(checkTexts(locale, "fixed", { ...written }))

    const report: DraftReport = {
      complete: errors.length === 0,
      filesChecked: coverage.files,
      draftsChecked: coverage.drafts,
      notChecked: errors.map((error) => notChecked(error, settings)),
      findings: reviewed.findings,
      fixed: reviewed.fixed.length,
      suppressionNotices: reviewed.suppressionNotices,
      stableIds: identity.kept !== "nowhere",
      durations: { total: (yield* Clock.currentTimeMillis) - started }
    }
    const options = { locale, color: false, version: manifest.version, rules: reportedRules(ruleSet, locale) }
    const color = mayColor(flags.color !== false, environment, process.stdout.isTTY)
    for (const { format, file } of outputs) {
      yield* Option.match(file, {
        onNone: () => writeToStandardOutput(format.write(report, { ...options, color })),
        onSome: (path) => writeToFile(path, format.write(report, options))
      })
    }
    for (const error of errors) say(describeDraftError(error, locale))
    const isEmpty = coverage.drafts === 0 && flags.allowEmpty !== true
    if (isEmpty) say(checkTexts(locale, "nothingChecked", { files: coverage.files }))
    return exitCodeOf(report, isEmpty, settings)
  }).pipe(Effect.provide(Git.Default))

const say = (line: string): void => {
  process.stderr.write(`chatlint: ${visibleText(line)}\n`)
}

/** A file of the working tree is written, not what is committed and not what came on standard input. */
const conflictOf = (paths: ReadonlyArray<string>, { staged, since, fix }: CheckFlags): CheckConflict | undefined => {
  if (staged === true && since !== undefined) return new CheckConflict({ one: "--staged", other: "--since" })
  if (fix === true && staged === true) return new CheckConflict({ one: "--fix", other: "--staged" })
  return fix === true && paths.includes("-") ? new CheckConflict({ one: "--fix", other: "-" }) : undefined
}

const originOf = ({ staged, since }: CheckFlags): DraftOrigin =>
  since !== undefined ? { kind: "since", revision: since } : { kind: staged === true ? "staged" : "paths" }

const givenFile = ({ stdinFilename }: CheckFlags, folder: string): Effect.Effect<ReadFile, InputError> => {
  const path = stdinFilename ?? "stdin"
  const file = { location: resolve(folder, path), path, isNamed: true }
  return Effect.map(readStandardInput(path), (bytes): ReadFile => ({ file, bytes }))
}

const notChecked = (error: DraftError, { locale }: DraftSettings): DraftReport["notChecked"][number] => ({
  path: error.path,
  ...(error.line > 0 ? { line: error.line, column: error.column } : {}),
  reason: error.problem,
  message: describeDraftProblem(error, locale)
})

const exitCodeOf = ({ findings, complete }: DraftReport, isEmpty: boolean, { failOn }: DraftSettings): ExitCode => {
  const isFailing = (finding: DraftFinding) =>
    failOn !== "never" && isOpen(finding) && reaches(finding.severity, failOn)
  if (findings.some(isFailing)) return ExitCode.findings
  return complete && !isEmpty ? ExitCode.clean : ExitCode.incomplete
}
