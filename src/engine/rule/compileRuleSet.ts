import { Array as Arrays, Either } from "effect"
import type { PatternCompiler } from "../../detect/PatternCompiler.ts"
import { makeInterner } from "../../detect/phrase/makeInterner.ts"
import type { Phrase } from "../../detect/phrase/Phrase.ts"
import { compilePhrases, noPhrases, type PhraseProgram, programOf } from "../../detect/phrase/PhraseMatcher.ts"
import { type PhraseProblem, parsePhrase } from "../../detect/phrase/parsePhrase.ts"
import { signatureTablesOf } from "../../detect/phrase/signatureTablesOf.ts"
import { VocabularyBuilder } from "../../detect/phrase/VocabularyBuilder.ts"
import { nearestWord } from "../../yaml/nearestWord.ts"
import type { Expectation } from "../../yaml/texts.ts"
import type { ValuePath, YamlFile } from "../../yaml/YamlFile.ts"
import { YamlFileError } from "../../yaml/YamlFileError.ts"
import { assembleRuleSet, type RuleSetTables } from "./assembleRuleSet.ts"
import { compilePatterns } from "./compilePatterns.ts"
import { compileRule, type RuleCompiler } from "./compileRule.ts"
import { digestOfRules } from "./digestOfRules.ts"
import { neighbourCuesOf } from "./neighbourCuesOf.ts"
import { filesOfPrepared, type PreparedRules, programKey } from "./PreparedRules.ts"
import type { RuleFile, WordsFile } from "./RuleFile.ts"
import type { RuleSet } from "./RuleSet.ts"
import { type ReadFile, type RuleFiles, type RuleSource, readRuleFiles } from "./readRuleFiles.ts"
import { restoreRuleSet } from "./restoreRuleSet.ts"

/**
 * Compiles a rule set from rule files and word lists. Rules and word lists in `overrides` replace those in `sources`
 * with the same id or name; duplicates within one of the two are mistakes.
 */
export const compileRuleSet = (
  sources: ReadonlyArray<RuleSource>,
  overrides: ReadonlyArray<RuleSource> = [],
  compilePattern?: PatternCompiler
): Either.Either<RuleSet, YamlFileErrors> =>
  compileFiles(readRuleFiles(sources), readRuleFiles(overrides), compilePattern)

/**
 * Compiles a rule set from prepared rules. Overrides change the derived data of all rules, so with any, all phrases are
 * parsed again; the prepared files are not.
 */
export const compilePreparedRules = (
  prepared: PreparedRules,
  overrides: ReadonlyArray<RuleSource> = [],
  compilePattern?: PatternCompiler
): Either.Either<RuleSet, YamlFileErrors> =>
  overrides.length === 0
    ? restoreRuleSet(prepared, compilePattern)
    : compileFiles(filesOfPrepared(prepared), readRuleFiles(overrides), compilePattern)

/** Reads rules and computes everything that does not depend on texts. */
export const prepareRules = (
  sources: ReadonlyArray<RuleSource>,
  compilePattern?: PatternCompiler
): Either.Either<PreparedRules, YamlFileErrors> => {
  const { rules: read, words, errors } = readRuleFiles(sources)
  const rules = inOrder(read)
  const compiler = makeCompiler(words, compilePattern)
  for (const rule of rules) compileRule(rule, compiler)
  const all = [...errors, ...compiler.errors]
  if (Arrays.isNonEmptyReadonlyArray(all)) return Either.left(all)
  const withPath = <Content>([name, { content, file }]: readonly [string, ReadFile<Content>]) =>
    [name, { content, path: file.path }] as const
  return Either.right({
    rules: new Map(rules.map((rule) => withPath([rule.content.id, rule]))),
    words: new Map([...words].map(withPath)),
    digest: digestOfRules(rules, words),
    ...tablesOf(rules, compiler),
    programs: programsOf(rules, compiler)
  })
}

type YamlFileErrors = Arrays.NonEmptyReadonlyArray<YamlFileError>

const compileFiles = (
  base: RuleFiles,
  own: RuleFiles,
  compilePattern: PatternCompiler | undefined
): Either.Either<RuleSet, YamlFileErrors> => {
  const words = new Map([...base.words, ...own.words])
  const rules = inOrder(new Map([...base.rules, ...own.rules]))
  const compiler = makeCompiler(words, compilePattern)
  const compiled = rules.map((rule) => compileRule(rule, compiler))
  const errors = [...base.errors, ...own.errors, ...compiler.errors]
  if (Arrays.isNonEmptyReadonlyArray(errors)) return Either.left(errors)
  return Either.right(assembleRuleSet(digestOfRules(rules, words), compiled, tablesOf(rules, compiler)))
}

const inOrder = (rules: ReadonlyMap<string, ReadFile<RuleFile>>): ReadonlyArray<ReadFile<RuleFile>> =>
  [...rules.values()].sort((one, other) => (one.content.id < other.content.id ? -1 : 1))

/** @param rules valid rules: the words of their phrases are known, and the positions of their values are not needed. */
const tablesOf = (rules: ReadonlyArray<ReadFile<RuleFile>>, { words, parse }: Compiler): RuleSetTables => {
  const groups = rules.flatMap(({ content, file }) =>
    (content.detect.phrases ?? []).map(({ match }) => parse(match, file, []))
  )
  const cues = rules.flatMap(({ content: { detect }, file }) => {
    const { phone, card, replies = [], referents = [] } = detect
    const announcedBy = (phone ?? card)?.announcedBy
    return neighbourCuesOf({ announcedBy, replies, referents }).map(({ phrases = [] }) => parse(phrases, file, []))
  })
  return {
    vocabulary: words.tables(),
    groups: signatureTablesOf(groups, words),
    neighbourCues: signatureTablesOf(cues, words)
  }
}

/** The programs of all lists of phrases by location. Equal lists share a program. */
const programsOf = (
  rules: ReadonlyArray<ReadFile<RuleFile>>,
  { words, parse, patterns }: Compiler
): PreparedRules["programs"] => {
  const programs = new Map<string, PhraseProgram>()
  const same = new Map<string, PhraseProgram>()
  for (const rule of rules) {
    const note: RuleCompiler["phrases"] = (phrases = [], file, path) => {
      const list = JSON.stringify(phrases)
      const program = same.get(list) ?? programOf(parse(phrases, file, path), words)
      same.set(list, program)
      if (phrases.length > 0) programs.set(programKey(rule.content.id, path), program)
      return noPhrases
    }
    compileRule(rule, { phrases: note, exceptions: note, patterns })
  }
  return programs
}

interface Compiler extends RuleCompiler {
  readonly words: VocabularyBuilder
  readonly errors: ReadonlyArray<YamlFileError>
  /** Parses a list of phrases in a file. */
  readonly parse: (phrases: ReadonlyArray<string>, file: YamlFile, path: ValuePath) => ReadonlyArray<Phrase>
}

const makeCompiler = (
  wordLists: ReadonlyMap<string, ReadFile<WordsFile>>,
  compilePattern: PatternCompiler | undefined
): Compiler => {
  const words = new VocabularyBuilder()
  const errors: Array<YamlFileError> = []
  const listNames = [...wordLists.keys()].sort()
  const known = new Map<string, Phrase>()
  const intern = makeInterner()
  const parse = (
    phrases: ReadonlyArray<string>,
    file: YamlFile,
    path: ValuePath,
    lists: (name: string) => ReadonlyArray<Phrase> | undefined,
    sounds = false
  ): ReadonlyArray<Phrase> =>
    phrases.flatMap((written, index) => {
      // In lists with `misspelt`, words are compiled differently than elsewhere.
      const key = sounds ? `~${written}` : written
      const seen = known.get(key)
      if (seen !== undefined) return [seen]
      const phrase = parsePhrase(written, lists, { sounds })
      if (Either.isRight(phrase)) {
        const interned = intern(phrase.right)
        known.set(key, interned)
        return [interned]
      }
      errors.push(phraseError(phrase.left, file, [...path, index], listNames))
      return []
    })
  const lists = new Map<string, ReadonlyArray<Phrase>>()
  const open = new Set<string>()
  /**
   * Lists may refer to other lists. A list requested while it is being parsed would be circular, and counts as unknown.
   */
  const listOf = (name: string): ReadonlyArray<Phrase> | undefined => {
    const read = wordLists.get(name)
    if (read === undefined || open.has(name) || lists.has(name)) return lists.get(name)
    open.add(name)
    const phrases = parse(read.content.words, read.file, ["words"], listOf, read.content.misspelt)
    lists.set(name, phrases)
    return phrases
  }
  for (const name of listNames) listOf(name)
  return {
    words,
    errors,
    parse: (phrases, file, path) => parse(phrases, file, path, listOf),
    phrases: (phrases = [], file, path) => compilePhrases(parse(phrases, file, path, listOf), words),
    exceptions: (phrases = [], file, path) => compilePhrases(parse(phrases, file, path, listOf), words, "widest"),
    patterns: compilePatterns(compilePattern, errors)
  }
}

const phraseExpectations: Record<PhraseProblem["problem"], Expectation> = {
  "word-expected": "expected.word",
  "bracket-not-closed": "expected.bracketClosed",
  "bracket-not-opened": "expected.noBracket",
  "unknown-list": "expected.wordList",
  "unknown-contact": "expected.contactKind",
  "gap-too-long": "expected.gap",
  "gap-at-edge": "expected.gapInside",
  "star-alone": "expected.star",
  "too-deep": "expected.depth",
  "pair-of-three": "expected.pair"
}

/** Turns a mistake in a phrase into an error with its position. */
export const phraseError = (
  { problem, position, subject }: PhraseProblem,
  file: YamlFile,
  path: ValuePath,
  listNames: ReadonlyArray<string>
): YamlFileError => {
  const nearest = problem === "unknown-list" ? nearestWord(subject, listNames) : undefined
  return new YamlFileError({
    path: file.path,
    ...file.placeInText(path, position),
    problem: problem === "unknown-list" ? "problem.unknownWordList" : "problem.badPhrase",
    expectation: phraseExpectations[problem],
    subject,
    ...(nearest === undefined ? {} : { nearest }),
    known: problem === "unknown-list" ? listNames : [],
    detail: ""
  })
}
