import { createHash } from "node:crypto"
import { Array as Arrays, Either } from "effect"
import { compileHostAllowList } from "../detect/HostAllowList.ts"
import { makeInterner } from "../detect/makeInterner.ts"
import type { Pattern, PatternCompiler } from "../detect/PatternCompiler.ts"
import type { Phrase } from "../detect/Phrase.ts"
import { compilePhrases, type PhraseMatcher } from "../detect/PhraseMatcher.ts"
import { compileScanner } from "../detect/PhraseScanner.ts"
import { compilePrefilter, type Hints } from "../detect/Prefilter.ts"
import { type PhraseProblem, parsePhrase } from "../detect/parsePhrase.ts"
import { makeVocabulary, type Vocabulary } from "../detect/Vocabulary.ts"
import { nearestWord } from "./nearestWord.ts"
import { filesOfPrepared, type PreparedRules } from "./PreparedRules.ts"
import type { PhraseGroup, ReplyGroup, RuleFile, WordsFile } from "./RuleFile.ts"
import { RuleFileError } from "./RuleFileError.ts"
import type { CompiledPhraseGroup, CompiledPieceCues, CompiledReplyGroup, CompiledRule, RuleSet } from "./RuleSet.ts"
import { type ReadFile, type RuleFiles, type RuleSource, readRuleFiles } from "./readRuleFiles.ts"
import type { Expectation } from "./texts.ts"
import type { ValuePath, YamlFile } from "./YamlFile.ts"

/**
 * Makes a rule set of rule files and word lists. A rule of `overrides` takes the place of the rule with its id in `sources`, a word list that
 * of the list with its name; the same id twice within one of the two is a mistake.
 */
export const compileRuleSet = (
  sources: ReadonlyArray<RuleSource>,
  overrides: ReadonlyArray<RuleSource> = [],
  compilePattern?: PatternCompiler
): Either.Either<RuleSet, RuleFileErrors> =>
  compileFiles(readRuleFiles(sources), readRuleFiles(overrides), compilePattern)

/** The same for rules that were read and prepared before: what takes the most time is done already. */
export const compilePreparedRules = (
  prepared: PreparedRules,
  overrides: ReadonlyArray<RuleSource> = [],
  compilePattern?: PatternCompiler
): Either.Either<RuleSet, RuleFileErrors> =>
  compileFiles(filesOfPrepared(prepared), readRuleFiles(overrides), compilePattern, prepared)

/** Reads rules and takes their phrases apart, as far as that does not depend on other rules. */
export const prepareRules = (
  sources: ReadonlyArray<RuleSource>,
  compilePattern?: PatternCompiler
): Either.Either<PreparedRules, RuleFileErrors> => {
  const { rules, words, errors } = readRuleFiles(sources)
  const compiler = makeCompiler(words, compilePattern)
  for (const rule of rules.values()) compileRule(rule, compiler)
  const all = [...errors, ...compiler.errors]
  if (Arrays.isNonEmptyReadonlyArray(all)) return Either.left(all)
  const withPath = <Content>([name, { content, file }]: readonly [string, ReadFile<Content>]) =>
    [name, { content, path: file.path }] as const
  return Either.right({
    rules: new Map([...rules].map(withPath)),
    words: new Map([...words].map(withPath)),
    lists: compiler.lists,
    phrases: compiler.known
  })
}

type RuleFileErrors = Arrays.NonEmptyReadonlyArray<RuleFileError>

const compileFiles = (
  base: RuleFiles,
  own: RuleFiles,
  compilePattern: PatternCompiler | undefined,
  prepared?: PreparedRules
): Either.Either<RuleSet, RuleFileErrors> => {
  const words = new Map([...base.words, ...own.words])
  const rules = [...new Map([...base.rules, ...own.rules]).values()].sort((one, other) =>
    one.content.id < other.content.id ? -1 : 1
  )
  // A word list of the user's own may be named by any of our phrases.
  const compiler = makeCompiler(words, compilePattern, own.words.size === 0 ? prepared : undefined)
  const compiled = rules.map((rule) => compileRule(rule, compiler))
  const errors = [...base.errors, ...own.errors, ...compiler.errors]
  if (Arrays.isNonEmptyReadonlyArray(errors)) return Either.left(errors)
  const phraseGroups = compiled.flatMap((rule, index) => rule.phrases.map((group) => ({ rule: index, group })))
  const neighbourCues = compiled.flatMap(neighbourCuesOf)
  return Either.right({
    digest: digestOf(rules, words),
    rules: compiled,
    vocabulary: compiler.vocabulary,
    phraseGroups,
    scanner: compileScanner(
      phraseGroups.map(({ group }) => group.phrases),
      compiler.vocabulary
    ),
    prefilter: compilePrefilter(
      phraseGroups.flatMap(({ group }) => group.phrases),
      compiler.vocabulary
    ),
    isSilentOn: compiled.some(({ patterns }) => patterns.length > 0)
      ? () => false
      : ({ phrases, survey }: Hints) => !phrases && !survey.accounts && !survey.numbers && !survey.addresses,
    neighbourCues,
    neighbourScanner: compileScanner(
      neighbourCues.map(({ phrases }) => phrases),
      compiler.vocabulary
    )
  })
}

/** Announcements of pieces and answers of a rule, with their phrases. */
const neighbourCuesOf = ({ phone, card, replies }: CompiledRule, rule: number) => [
  { rule, phrases: (phone ?? card)?.announcements ?? [] },
  ...replies.map((reply) => ({ rule, reply, phrases: reply.phrases }))
]

interface Compiler {
  readonly vocabulary: Vocabulary
  readonly errors: Array<RuleFileError>
  /** The phrases of the word lists, and all phrases as they were written. */
  readonly lists: ReadonlyMap<string, ReadonlyArray<Phrase>>
  readonly known: ReadonlyMap<string, Phrase>
  /** Reads the phrases of a list in a file. */
  readonly parse: (phrases: ReadonlyArray<string>, file: YamlFile, path: ValuePath) => ReadonlyArray<Phrase>
  /** Compiles RE2 patterns. */
  readonly patterns: (patterns: ReadonlyArray<string>, file: YamlFile, path: ValuePath) => ReadonlyArray<Pattern>
  /** Reads and compiles them; an exception is taken as wide as it can be. */
  readonly exceptions: (phrases: ReadonlyArray<string> | undefined, file: YamlFile, path: ValuePath) => PhraseMatcher
  readonly phrases: (phrases: ReadonlyArray<string> | undefined, file: YamlFile, path: ValuePath) => PhraseMatcher
}

const makeCompiler = (
  words: ReadonlyMap<string, ReadFile<WordsFile>>,
  compilePattern: PatternCompiler | undefined,
  prepared?: PreparedRules
): Compiler => {
  const vocabulary = makeVocabulary()
  const errors: Array<RuleFileError> = []
  const listNames = [...words.keys()].sort()
  const known = new Map(prepared?.phrases)
  const intern = makeInterner()
  const parse = (
    phrases: ReadonlyArray<string>,
    file: YamlFile,
    path: ValuePath,
    lists: (name: string) => ReadonlyArray<Phrase> | undefined,
    sounds = false
  ): ReadonlyArray<Phrase> =>
    phrases.flatMap((written, index) => {
      // The words of a list whose misspellings count are other words than the same ones elsewhere.
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
  const lists = new Map(prepared?.lists)
  const open = new Set<string>()
  /** A list may name other lists; one that is asked for while it is being read would go round in a circle, and is unknown there. */
  const listOf = (name: string): ReadonlyArray<Phrase> | undefined => {
    const read = words.get(name)
    if (read === undefined || open.has(name) || lists.has(name)) return lists.get(name)
    open.add(name)
    const phrases = parse(read.content.words, read.file, ["words"], listOf, read.content.misspelt)
    lists.set(name, phrases)
    return phrases
  }
  for (const name of listNames) listOf(name)
  return {
    vocabulary,
    errors,
    lists,
    known,
    parse: (phrases, file, path) => parse(phrases, file, path, listOf),
    phrases: (phrases, file, path) => compilePhrases(parse(phrases ?? [], file, path, listOf), vocabulary),
    patterns: (written, file, path) =>
      written.flatMap((pattern, index) => {
        const compiled = compilePattern?.(pattern)
        if (compiled !== undefined && Either.isRight(compiled)) return [compiled.right]
        errors.push(patternError(pattern, compiled?.left.reason, file, [...path, index]))
        return []
      }),
    exceptions: (phrases, file, path) => compilePhrases(parse(phrases ?? [], file, path, listOf), vocabulary, "widest")
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

/** A wrong phrase of a file as an error with its place. */
export const phraseError = (
  { problem, position, subject }: PhraseProblem,
  file: YamlFile,
  path: ValuePath,
  listNames: ReadonlyArray<string>
): RuleFileError => {
  const nearest = problem === "unknown-list" ? nearestWord(subject, listNames) : undefined
  return new RuleFileError({
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

const compileRule = ({ content, file }: ReadFile<RuleFile>, compiler: Compiler): CompiledRule => {
  const { phone, link, email, card, phrases, patterns, replies } = content.detect
  return {
    id: content.id,
    severity: content.severity,
    file: content,
    path: file.path,
    ...(phone === undefined
      ? {}
      : {
          phone: {
            raisedBy: compiler.phrases(phone.raisedBy, file, ["detect", "phone", "raisedBy"]),
            loweredBy: compiler.phrases(phone.loweredBy, file, ["detect", "phone", "loweredBy"]),
            ...pieceCues(phone, file, "phone", compiler)
          }
        }),
    ...(link === undefined
      ? {}
      : {
          link: {
            invitedBy: compiler.phrases(link.invitedBy, file, ["detect", "link", "invitedBy"]),
            soughtBy: compiler.phrases(link.soughtBy, file, ["detect", "link", "soughtBy"]),
            names: new Set((link.names ?? []).map((name) => name.toLowerCase()))
          }
        }),
    ...(email === undefined
      ? {}
      : { email: { raisedBy: compiler.phrases(email.raisedBy, file, ["detect", "email", "raisedBy"]) } }),
    ...(card === undefined
      ? {}
      : {
          card: {
            raisedBy: compiler.phrases(card.raisedBy, file, ["detect", "card", "raisedBy"]),
            loweredBy: compiler.phrases(card.loweredBy, file, ["detect", "card", "loweredBy"]),
            ...pieceCues(card, file, "card", compiler)
          }
        }),
    phrases: (phrases ?? []).map((group, index) => compilePhraseGroup(group, file, index, compiler)),
    replies: (replies ?? []).map((group, index) => compileReplyGroup(group, file, index, compiler)),
    patterns: (patterns ?? []).map(({ confidence, match }, index) => ({
      confidence,
      match: compiler.patterns(match, file, ["detect", "patterns", index, "match"])
    })),
    allow: {
      hosts: compileHostAllowList(content.allow?.hosts ?? []),
      numbers: new Set(content.allow?.numbers ?? []),
      phrases: compiler.exceptions(content.allow?.phrases, file, ["allow", "phrases"])
    }
  }
}

const patternError = (pattern: string, reason: string | undefined, file: YamlFile, path: ValuePath): RuleFileError =>
  new RuleFileError({
    path: file.path,
    ...file.placeOfValue(path),
    problem: reason === undefined ? "problem.noPatterns" : "problem.badPattern",
    expectation: "expected.pattern",
    subject: pattern,
    known: [],
    detail: reason ?? ""
  })

const compilePhraseGroup = (
  group: PhraseGroup,
  file: YamlFile,
  index: number,
  compiler: Compiler
): CompiledPhraseGroup => {
  const at = (key: string): ValuePath => ["detect", "phrases", index, key]
  const phrases = compiler.parse(group.match, file, at("match"))
  return {
    confidence: group.confidence,
    phrases,
    match: compilePhrases(phrases, compiler.vocabulary),
    exceptOverlapping: compiler.exceptions(group.exceptOverlapping, file, at("exceptOverlapping")),
    exceptAtEnds: compiler.exceptions(group.exceptAtEnds, file, at("exceptAtEnds")),
    exceptInSentence: compiler.exceptions(group.exceptInSentence, file, at("exceptInSentence"))
  }
}

const pieceCues = (
  {
    announcedBy,
    introducedBy,
    partedBy
  }: {
    readonly announcedBy?: ReadonlyArray<string>
    readonly introducedBy?: ReadonlyArray<string>
    readonly partedBy?: ReadonlyArray<string>
  },
  file: YamlFile,
  detector: "phone" | "card",
  compiler: Compiler
): CompiledPieceCues => {
  const announcements = compiler.parse(announcedBy ?? [], file, ["detect", detector, "announcedBy"])
  return {
    announcements,
    announcedBy: compilePhrases(announcements, compiler.vocabulary),
    introducedBy: compiler.phrases(introducedBy, file, ["detect", detector, "introducedBy"]),
    partedBy: compiler.phrases(partedBy, file, ["detect", detector, "partedBy"])
  }
}

const compileReplyGroup = (
  group: ReplyGroup,
  file: YamlFile,
  index: number,
  compiler: Compiler
): CompiledReplyGroup => {
  const at = (key: string): ValuePath => ["detect", "replies", index, key]
  const phrases = compiler.parse(group.match, file, at("match"))
  return {
    confidence: group.confidence,
    to: compiler.phrases(group.to, file, at("to")),
    exceptTo: compiler.exceptions(group.exceptTo, file, at("exceptTo")),
    phrases,
    match: compilePhrases(phrases, compiler.vocabulary),
    except: compiler.exceptions(group.except, file, at("except"))
  }
}

const digestOf = (
  rules: ReadonlyArray<ReadFile<RuleFile>>,
  words: ReadonlyMap<string, ReadFile<WordsFile>>
): string => {
  const content = {
    rules: rules.map((rule) => rule.content),
    words: Object.fromEntries([...words].map(([name, list]) => [name, list.content]))
  }
  return `sha256:${createHash("sha256").update(canonicalJson(content)).digest("hex")}`
}

/** JSON with the keys of every object in order, so that equal contents give equal texts. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner
  )
