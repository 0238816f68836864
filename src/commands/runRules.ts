import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Either, Stream } from "effect"
import { readJudgeSettings } from "../config/JudgeSettings.ts"
import { defaultRegion } from "../engine/Conversation.ts"
import { exampleCount, type FailedExample, failedExamples } from "../engine/failedExamples.ts"
import { hideContacts } from "../engine/masking/hideContacts.ts"
import { patternTraps } from "../engine/rule/patternTraps.ts"
import type { CompiledRule } from "../engine/rule/RuleSet.ts"
import type { Locale } from "../locale/Locale.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import { isShippedRule } from "../ruleset/packagePath.ts"
import { visibleText } from "../text/visibleText.ts"
import { parseYamlFile, type ValuePath } from "../yaml/YamlFile.ts"
import { describeYamlFileError } from "../yaml/YamlFileError.ts"
import type { CommandLine } from "./CommandLine.ts"
import { ExitCode } from "./ExitCode.ts"
import { explainTexts } from "./explainTexts.ts"
import type { RulesFlags } from "./RulesFlags.ts"
import { rulesTexts } from "./rulesTexts.ts"
import { runCommand } from "./runCommand.ts"
import { StandardStreams } from "./StandardStreams.ts"
import type { TerminalPage } from "./TerminalPage.ts"
import { writeToStandardOutput } from "./writeReport.ts"

const say = (...pieces: ReadonlyArray<string>) => writeToStandardOutput(Stream.fromIterable(pieces))

/** The settings, with the given folders in place of the configured ones. */
const settingsWith = (folders: ReadonlyArray<string>, flags: RulesFlags, { environment, folder }: CommandLine) =>
  Effect.map(readJudgeSettings(flags, environment, folder), (settings) =>
    folders.length === 0 ? settings : { ...settings, rules: folders.map((path) => path.replace(/(?<=.)\/+$/, "")) }
  )

/** `chatlint rules list`: lists the rules in use. */
export const listRules = (flags: RulesFlags, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      const settings = yield* readJudgeSettings(flags, commandLine.environment, commandLine.folder)
      const { rules } = yield* loadRuleSet(settings.rules)
      const page = (yield* StandardStreams).page(flags)
      yield* say(...rules.map((rule) => ruleEntry(page, rule, settings.locale)))
      return ExitCode.clean
    }),
    commandLine
  )

const ruleEntry = ({ colors, lines, mark }: TerminalPage, rule: CompiledRule, locale: Locale): string => {
  const { icon, paint } = mark(rule.severity)
  const { date } = rule.file.clause
  const facts = [
    explainTexts(locale, "severity", { severity: rule.severity }),
    date === undefined ? rulesTexts(locale, "ours") : rulesTexts(locale, "clause", { date }),
    rulesTexts(locale, "fileOf", { isOurs: String(isShippedRule(rule.path)), path: rule.path })
  ]
  return (
    lines("", [paint, icon], " ", [colors.bold, rule.id], `  ${rule.file.title[locale]}`) +
    lines("    ", [colors.dim, facts.join(" · ")])
  )
}

/** `chatlint rules validate`: reports every mistake in rule files, on standard output, since they are the result. */
export const validateRules = (folders: ReadonlyArray<string>, flags: RulesFlags, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      const settings = yield* settingsWith(folders, flags, commandLine)
      const { locale } = settings
      return yield* loadRuleSet(settings.rules).pipe(
        Effect.flatMap(({ rules }) =>
          Effect.gen(function* () {
            const warnings = yield* Effect.forEach(rules, (rule) => trapLines(rule, locale))
            yield* say(...warnings.flat(), `${rulesTexts(locale, "valid", { rules: rules.length })}\n`)
            return ExitCode.clean
          })
        ),
        Effect.catchTag("RuleFilesError", ({ errors }) =>
          Effect.as(
            say(
              ...errors.map((error) => `${visibleText(describeYamlFileError(error, locale))}\n`),
              `${rulesTexts(locale, "mistakes", { mistakes: errors.length })}\n`
            ),
            ExitCode.usage
          )
        )
      )
    }),
    commandLine
  )

/** `chatlint rules test`: checks each rule against the examples in its file. */
export const testRules = (folders: ReadonlyArray<string>, flags: RulesFlags, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      const settings = yield* settingsWith(folders, flags, commandLine)
      const ruleSet = yield* loadRuleSet(settings.rules)
      const page = (yield* StandardStreams).page(flags)
      // If folders are given, only their rules are tested; all rules judge the rewrites.
      const rules = ruleSet.rules.filter(({ path }) => folders.length === 0 || !isShippedRule(path))
      const texts = rules.reduce((sum, rule) => sum + exampleCount(rule), 0)
      let failed = 0
      for (const rule of rules) {
        const failures = failedExamples(ruleSet, rule)
        failed += failures.length
        const { icon, paint } =
          failures.length === 0 ? { icon: "✓", paint: page.colors.green } : { icon: "×", paint: page.colors.red }
        const reported = yield* failureLines(rule, failures, settings.locale)
        const title = rulesTexts(settings.locale, "ruleDone", { rule: rule.id, texts: exampleCount(rule) })
        yield* say(page.lines("", [paint, icon], ` ${title}`), ...reported)
      }
      const outcome = { rules: rules.length, texts, failed }
      yield* say(page.heading(rulesTexts(settings.locale, failed === 0 ? "testPassed" : "testFailed", outcome)))
      return failed === 0 ? ExitCode.clean : ExitCode.findings
    }),
    commandLine
  )

/** One line per pattern that matches nothing, or not what its author means. */
const trapLines = (
  rule: CompiledRule,
  locale: Locale
): Effect.Effect<ReadonlyArray<string>, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const traps = (rule.file.detect.patterns ?? []).flatMap(({ match }, group) =>
      match.flatMap((pattern, index) =>
        patternTraps(pattern).map((trap) => ({ trap, pattern, path: ["detect", "patterns", group, "match", index] }))
      )
    )
    if (traps.length === 0) return []
    const placeOf = yield* placesIn(rule)
    return traps.map(
      ({ trap, pattern, path }) => `${visibleText(rulesTexts(locale, trap, { place: placeOf(path), pattern }))}\n`
    )
  })

/** Formats positions in a rule's file; if it was changed or removed since it was compiled, only its path. */
const placesIn = ({
  path: name
}: CompiledRule): Effect.Effect<(path: ValuePath) => string, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const source = yield* Effect.orElseSucceed(files.readFileString(name), () => "")
    const file = parseYamlFile(name, source)
    return (path) => {
      const at = Either.map(file, ({ placeOfValue }) => placeOfValue(path))
      return Either.isRight(at) ? `${name}:${at.right.line}:${at.right.column}` : name
    }
  })

/** One line per failed text, with its position in the format that editors open. */
const failureLines = (
  rule: CompiledRule,
  failures: ReadonlyArray<FailedExample>,
  locale: Locale
): Effect.Effect<ReadonlyArray<string>, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    if (failures.length === 0) return []
    const placeOf = yield* placesIn(rule)
    return failures.map(({ path, problem, rules, text }) => {
      const place = placeOf(path)
      const shown = hideContacts(text, defaultRegion)
      const line = rulesTexts(locale, problem, { place, rule: rule.id, rules: rules.join(", "), text: shown })
      return `  ${visibleText(line)}\n`
    })
  })
