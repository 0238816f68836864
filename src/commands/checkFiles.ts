import { resolve } from "node:path"
import type { FileSystem } from "@effect/platform"
import { Clock, DateTime, Effect, Either, Option, Redacted, Stream } from "effect"
import manifest from "../../package.json" with { type: "json" }
import type { BaselineError } from "../baseline/BaselineError.ts"
import { identityKeyOf } from "../baseline/identityKey.ts"
import { DraftReview } from "../check/drafts/DraftReview.ts"
import { makeDraftJudge } from "../check/drafts/judgeDraft.ts"
import { judgeDraftFile } from "../check/drafts/judgeDraftFile.ts"
import { reportedRules } from "../check/reportedRules.ts"
import type { ConfigError } from "../config/ConfigError.ts"
import { type DraftInput, type DraftSettings, readDraftSettings } from "../config/DraftSettings.ts"
import type { SettingError } from "../config/SettingError.ts"
import { type DraftFinding, isOpen } from "../domain/DraftFinding.ts"
import { reaches } from "../domain/Rule.ts"
import { type DraftError, describeDraftError, describeDraftProblem } from "../drafts/DraftError.ts"
import { type DraftFormat, formatOfName } from "../drafts/DraftFormat.ts"
import { type DraftOrigin, draftFiles, type ReadFile } from "../drafts/files/draftFiles.ts"
import type { FoundFile } from "../drafts/files/findDraftFiles.ts"
import { Git } from "../drafts/files/Git.ts"
import type { GitError } from "../drafts/files/GitError.ts"
import { isDraftFile } from "../drafts/files/isDraftFile.ts"
import type { DraftSource } from "../drafts/readDrafts.ts"
import { readerOf } from "../drafts/readTexts.ts"
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
    const origin = yield* originOf(flags)
    const outputs = yield* draftOutputs(flags, environment, folder)
    const settings = yield* readDraftSettings(flags, environment, folder)
    const ruleSet = yield* loadRuleSet(settings.rules)
    const { region, locale, minConfidence, holes } = settings
    const allowLists = settings.allowListsOf(flags.business)
    const reveal = flags.reveal === true
    const judge = makeDraftJudge({ ruleSet, region, locale, reveal, holes, allowLists, minConfidence })
    const identity = yield* identityKeyOf(Option.none(), Option.none(), "")
    const review = new DraftReview({
      region,
      reveal,
      identityKey: Redacted.value(identity.key),
      today: DateTime.formatIsoDateUtc(yield* DateTime.now),
      knownRules: new Set(ruleSet.rules.map(({ id }) => id)),
      suppressions: settings.suppressions,
      accepted: [],
      baselinePathOf: (path) => path
    })

    const isStandardInput = paths.includes("-")
    const named = paths.filter((path) => path !== "-")
    const isBare = paths.length === 0 && origin.kind === "paths"
    const wanted = isBare ? (settings.patterns.length > 0 ? settings.patterns : ["."]) : named
    const { files, errors: notFound } = yield* draftFiles(origin, wanted, isWanted(settings), folder)
    const given = isStandardInput ? Stream.fromEffect(givenFile(flags, folder)) : Stream.empty

    const errors: Array<DraftError> = [...notFound]
    const counts = { files: 0, drafts: 0 }
    yield* Stream.runForEach(Stream.concat(given, files), ({ file, bytes }) =>
      Effect.gen(function* () {
        if (Either.isLeft(bytes)) {
          errors.push(bytes.left)
          return
        }
        const { judged, errors: unread } = judgeDraftFile(
          file.path,
          bytes.right,
          yield* sourceOf(file, settings),
          judge
        )
        errors.push(...unread)
        if (judged === undefined) return
        review.add(judged)
        counts.files += 1
        counts.drafts += judged.variants.length
      })
    )

    const reviewed = review.finish({ exists: () => true })
    const report: DraftReport = {
      complete: errors.length === 0,
      filesChecked: counts.files,
      draftsChecked: counts.drafts,
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
    const isEmpty = counts.drafts === 0 && flags.allowEmpty !== true
    if (isEmpty) say(checkTexts(locale, "nothingChecked", { files: counts.files }))
    return exitCodeOf(report, isEmpty, settings)
  }).pipe(Effect.provide(Git.Default))

const say = (line: string): void => {
  process.stderr.write(`chatlint: ${visibleText(line)}\n`)
}

const originOf = ({ staged, since }: CheckFlags): Effect.Effect<DraftOrigin, CheckConflict> => {
  if (since === undefined) return Effect.succeed({ kind: staged === true ? "staged" : "paths" })
  return staged === true
    ? Effect.fail(new CheckConflict({ one: "--staged", other: "--since" }))
    : Effect.succeed({ kind: "since", revision: since })
}

/** Of the files in folders those that the configuration names, or where it names none, those that look like drafts. */
const isWanted =
  (settings: DraftSettings) =>
  ({ isNamed, location, path }: FoundFile): boolean =>
    isNamed || Option.isSome(settings.inputOf(location)) || (settings.patterns.length === 0 && isDraftFile(path))

const givenFile = ({ stdinFilename }: CheckFlags, folder: string): Effect.Effect<ReadFile, InputError> => {
  const path = stdinFilename ?? "stdin"
  const file = { location: resolve(folder, path), path, isNamed: true }
  return Effect.map(readStandardInput(path), (bytes): ReadFile => ({ file, bytes }))
}

/** How a file is read: as the command line says, as the configuration does, as its name does; as plain text when nothing is known. */
const sourceOf = ({ location, path }: FoundFile, settings: DraftSettings): Effect.Effect<DraftSource> => {
  const input: DraftInput = Option.getOrElse(settings.inputOf(location), () => settings.otherInput)
  const format = Option.getOrElse(
    Option.orElse(input.format, () => formatOfName(path)),
    (): DraftFormat => "text"
  )
  return Effect.map(
    Effect.promise(() => readerOf(format)),
    (read) => ({ read, selection: input.selection, syntaxes: input.syntaxes })
  )
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
