import { createHash } from "node:crypto"
import { Array as Arrays, Either } from "effect"
import { compileHostAllowList } from "../detect/HostAllowList.ts"
import type { Pattern, PatternCompiler } from "../detect/PatternCompiler.ts"
import type { Phrase } from "../detect/Phrase.ts"
import { compilePhrases, type PhraseMatcher } from "../detect/PhraseMatcher.ts"
import { compileScanner } from "../detect/PhraseScanner.ts"
import { compilePrefilter, type Hints } from "../detect/Prefilter.ts"
import { type PhraseProblem, parsePhrase } from "../detect/parsePhrase.ts"
import { makeVocabulary, type Vocabulary } from "../detect/Vocabulary.ts"
import { decodeYamlFile } from "./decodeYamlFile.ts"
import { nearestWord } from "./nearestWord.ts"
import { type PhraseGroup, type ReplyGroup, RuleFile, WordsFile } from "./RuleFile.ts"
import { RuleFileError } from "./RuleFileError.ts"
import type { CompiledPhraseGroup, CompiledPieceCues, CompiledReplyGroup, CompiledRule, RuleSet } from "./RuleSet.ts"
import type { Expectation } from "./texts.ts"
import { parseYamlFile, type ValuePath, type YamlFile } from "./YamlFile.ts"

/** A file of rules/ as it was read. A file in a folder named `words` is a word list, any other a rule. */
export interface RuleSource {
  readonly path: string
  readonly text: string
}

/**
 * Makes a rule set of rule files and word lists. A rule of `overrides` takes the place of the rule with its id in `sources`, a word list that
 * of the list with its name; the same id twice within one of the two is a mistake.
 */
export const compileRuleSet = (
  sources: ReadonlyArray<RuleSource>,
  overrides: ReadonlyArray<RuleSource> = [],
  compilePattern?: PatternCompiler
): Either.Either<RuleSet, Arrays.NonEmptyReadonlyArray<RuleFileError>> => {
  const base = readSources(sources)
  const own = readSources(overrides)
  const words = new Map([...base.words, ...own.words])
  const rules = [...new Map([...base.rules, ...own.rules]).values()].sort((one, other) =>
    one.content.id < other.content.id ? -1 : 1
  )
  const compiler = makeCompiler(words, compilePattern)
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

interface Read<Content> {
  readonly content: Content
  readonly file: YamlFile
}

interface Sources {
  readonly rules: ReadonlyMap<string, Read<RuleFile>>
  readonly words: ReadonlyMap<string, Read<WordsFile>>
  readonly errors: ReadonlyArray<RuleFileError>
}

const readSources = (sources: ReadonlyArray<RuleSource>): Sources => {
  const rules = new Map<string, Read<RuleFile>>()
  const words = new Map<string, Read<WordsFile>>()
  const errors: Array<RuleFileError> = []
  for (const source of sources) {
    const parsed = parseYamlFile(source.path, source.text)
    if (Either.isLeft(parsed)) {
      errors.push(parsed.left)
      continue
    }
    const file = parsed.right
    const name = wordListName(source.path)
    if (name === undefined) {
      const content = decodeYamlFile(RuleFile, file)
      if (Either.isLeft(content)) errors.push(...content.left)
      else keep(rules, content.right.id, { content: content.right, file }, "problem.duplicateId", errors)
    } else {
      const content = decodeYamlFile(WordsFile, file)
      if (Either.isLeft(content)) errors.push(...content.left)
      else keep(words, name, { content: content.right, file }, "problem.duplicateWords", errors)
    }
  }
  return { rules, words, errors }
}

/** The name of the list that a path holds: "rules/words/contact.yaml" holds `contact`. */
const wordListName = (path: string): string | undefined => {
  const parts = path.split(/[\\/]/)
  return parts.at(-2) === "words" ? (parts.at(-1) ?? "").replace(/\.ya?ml$/, "") : undefined
}

const keep = <Content>(
  kept: Map<string, Read<Content>>,
  name: string,
  read: Read<Content>,
  problem: "problem.duplicateId" | "problem.duplicateWords",
  errors: Array<RuleFileError>
): void => {
  const other = kept.get(name)
  if (other === undefined) {
    kept.set(name, read)
    return
  }
  errors.push(
    new RuleFileError({
      path: read.file.path,
      ...(problem === "problem.duplicateId" ? read.file.placeOfValue(["id"]) : read.file.placeOfValue([])),
      problem,
      expectation: problem === "problem.duplicateId" ? "expected.uniqueId" : "expected.uniqueWords",
      subject: name,
      known: [],
      detail: other.file.path
    })
  )
}

interface Compiler {
  readonly vocabulary: Vocabulary
  readonly errors: Array<RuleFileError>
  /** Reads the phrases of a list in a file. */
  readonly parse: (phrases: ReadonlyArray<string>, file: YamlFile, path: ValuePath) => ReadonlyArray<Phrase>
  /** Compiles RE2 patterns. */
  readonly patterns: (patterns: ReadonlyArray<string>, file: YamlFile, path: ValuePath) => ReadonlyArray<Pattern>
  /** Reads and compiles them; an exception is taken as wide as it can be. */
  readonly exceptions: (phrases: ReadonlyArray<string> | undefined, file: YamlFile, path: ValuePath) => PhraseMatcher
  readonly phrases: (phrases: ReadonlyArray<string> | undefined, file: YamlFile, path: ValuePath) => PhraseMatcher
}

const makeCompiler = (
  words: ReadonlyMap<string, Read<WordsFile>>,
  compilePattern: PatternCompiler | undefined
): Compiler => {
  const vocabulary = makeVocabulary()
  const errors: Array<RuleFileError> = []
  const listNames = [...words.keys()].sort()
  const parse = (
    phrases: ReadonlyArray<string>,
    file: YamlFile,
    path: ValuePath,
    lists: (name: string) => ReadonlyArray<Phrase> | undefined,
    sounds = false
  ): ReadonlyArray<Phrase> =>
    phrases.flatMap((written, index) => {
      const phrase = parsePhrase(written, lists, { sounds })
      if (Either.isRight(phrase)) return [phrase.right]
      errors.push(phraseError(phrase.left, file, [...path, index], listNames))
      return []
    })
  const lists = new Map<string, ReadonlyArray<Phrase> | undefined>()
  /** A list may name other lists; one that is asked for while it is being read would go round in a circle, and is unknown there. */
  const listOf = (name: string): ReadonlyArray<Phrase> | undefined => {
    const read = words.get(name)
    if (read === undefined || lists.has(name)) return lists.get(name)
    lists.set(name, undefined)
    const phrases = parse(read.content.words, read.file, ["words"], listOf, read.content.misspelt)
    lists.set(name, phrases)
    return phrases
  }
  for (const name of listNames) listOf(name)
  return {
    vocabulary,
    errors,
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

const compileRule = ({ content, file }: Read<RuleFile>, compiler: Compiler): CompiledRule => {
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
    partedBy
  }: { readonly announcedBy?: ReadonlyArray<string>; readonly partedBy?: ReadonlyArray<string> },
  file: YamlFile,
  detector: "phone" | "card",
  compiler: Compiler
): CompiledPieceCues => {
  const announcements = compiler.parse(announcedBy ?? [], file, ["detect", detector, "announcedBy"])
  return {
    announcements,
    announcedBy: compilePhrases(announcements, compiler.vocabulary),
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

const digestOf = (rules: ReadonlyArray<Read<RuleFile>>, words: ReadonlyMap<string, Read<WordsFile>>): string => {
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
