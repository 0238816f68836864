import { asciiHost, compileHostAllowList } from "../../detect/address/HostAllowList.ts"
import type { Pattern } from "../../detect/PatternCompiler.ts"
import type { PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import { fold } from "../../text/fold.ts"
import { tokenize } from "../../text/tokenize.ts"
import type { ValuePath, YamlFile } from "../../yaml/YamlFile.ts"
import type { DispelledWords, PhraseGroup, PiecePlaces, Referent, ReplyGroup, RuleFile } from "./RuleFile.ts"
import type {
  CompiledDispelledWords,
  CompiledPhraseGroup,
  CompiledPieceCues,
  CompiledReferent,
  CompiledReplyGroup,
  CompiledRule
} from "./RuleSet.ts"
import type { ReadFile } from "./readRuleFiles.ts"

/** Compiles the lists of a rule file, identified by their path. */
export interface RuleCompiler {
  readonly phrases: (phrases: ReadonlyArray<string> | undefined, file: YamlFile, path: ValuePath) => PhraseMatcher
  /** Compiles exceptions, which match as widely as possible. */
  readonly exceptions: (phrases: ReadonlyArray<string> | undefined, file: YamlFile, path: ValuePath) => PhraseMatcher
  /** Compiles RE2 patterns. */
  readonly patterns: (patterns: ReadonlyArray<string>, file: YamlFile, path: ValuePath) => ReadonlyArray<Pattern>
}

/** Compiles what a rule detects and allows. */
export const compileRule = ({ content, file }: ReadFile<RuleFile>, compiler: RuleCompiler): CompiledRule => {
  const { phone, link, email, card, phrases, patterns, replies, referents, dispelled } = content.detect
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
            revealedBy: compiler.phrases(phone.revealedBy, file, ["detect", "phone", "revealedBy"]),
            ...pieceCues(phone, file, "phone", compiler)
          }
        }),
    ...(link === undefined
      ? {}
      : {
          link: {
            invitedBy: compiler.phrases(link.invitedBy, file, ["detect", "link", "invitedBy"]),
            soughtBy: compiler.phrases(link.soughtBy, file, ["detect", "link", "soughtBy"]),
            askedBy: compiler.phrases(link.askedBy, file, ["detect", "link", "askedBy"]),
            printedOn: compiler.phrases(link.printedOn, file, ["detect", "link", "printedOn"]),
            names: new Set((link.names ?? []).map(asciiHost))
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
    referents: (referents ?? []).map((referent, index) => compileReferent(referent, file, index, compiler)),
    dispelled: (dispelled ?? []).map((words, index) => compileDispelledWords(words, file, index, compiler)),
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

const compilePhraseGroup = (
  group: PhraseGroup,
  file: YamlFile,
  index: number,
  compiler: RuleCompiler
): CompiledPhraseGroup => {
  const at = (key: string): ValuePath => ["detect", "phrases", index, key]
  return {
    confidence: group.confidence,
    match: compiler.phrases(group.match, file, at("match")),
    exceptOverlapping: compiler.exceptions(group.exceptOverlapping, file, at("exceptOverlapping")),
    exceptAtEnds: compiler.exceptions(group.exceptAtEnds, file, at("exceptAtEnds")),
    exceptInSentence: compiler.exceptions(group.exceptInSentence, file, at("exceptInSentence"))
  }
}

const pieceCues = (
  {
    explainedBy,
    assembledBy,
    reversedBy,
    announcedBy,
    placedBy,
    introducedBy,
    partedBy,
    measuredBy
  }: {
    readonly explainedBy?: ReadonlyArray<string>
    readonly assembledBy?: ReadonlyArray<string>
    readonly reversedBy?: ReadonlyArray<string>
    readonly announcedBy?: ReadonlyArray<string>
    readonly placedBy?: PiecePlaces
    readonly introducedBy?: ReadonlyArray<string>
    readonly partedBy?: ReadonlyArray<string>
    readonly measuredBy?: ReadonlyArray<string>
  },
  file: YamlFile,
  detector: "phone" | "card",
  compiler: RuleCompiler
): CompiledPieceCues => ({
  explainedBy: compiler.phrases(explainedBy, file, ["detect", detector, "explainedBy"]),
  assembledBy: compiler.phrases(assembledBy, file, ["detect", detector, "assembledBy"]),
  reversedBy: compiler.phrases(reversedBy, file, ["detect", detector, "reversedBy"]),
  announcedBy: compiler.phrases(announcedBy, file, ["detect", detector, "announcedBy"]),
  placedBy: {
    first: compiler.phrases(placedBy?.first, file, ["detect", detector, "placedBy", "first"]),
    before: compiler.phrases(placedBy?.before, file, ["detect", detector, "placedBy", "before"]),
    middle: compiler.phrases(placedBy?.middle, file, ["detect", detector, "placedBy", "middle"]),
    last: compiler.phrases(placedBy?.last, file, ["detect", detector, "placedBy", "last"])
  },
  introducedBy: compiler.phrases(introducedBy, file, ["detect", detector, "introducedBy"]),
  partedBy: compiler.phrases(partedBy, file, ["detect", detector, "partedBy"]),
  measuredBy: compiler.phrases(measuredBy, file, ["detect", detector, "measuredBy"])
})

const compileReplyGroup = (
  group: ReplyGroup,
  file: YamlFile,
  index: number,
  compiler: RuleCompiler
): CompiledReplyGroup => {
  const at = (key: string): ValuePath => ["detect", "replies", index, key]
  return {
    confidence: group.confidence,
    to: compiler.phrases(group.to, file, at("to")),
    exceptTo: compiler.exceptions(group.exceptTo, file, at("exceptTo")),
    match: compiler.phrases(group.match, file, at("match")),
    echo: group.echo ?? false,
    staysOpen: group.staysOpen ?? false,
    reopenedBy: compiler.phrases(group.reopenedBy, file, at("reopenedBy")),
    except: compiler.exceptions(group.except, file, at("except"))
  }
}

const compileReferent = (
  { named, exceptNamed, first, pointing, reads, match, except }: Referent,
  file: YamlFile,
  index: number,
  compiler: RuleCompiler
): CompiledReferent => {
  const at = (key: string): ValuePath => ["detect", "referents", index, key]
  return {
    named: compiler.phrases(named, file, at("named")),
    exceptNamed: compiler.exceptions(exceptNamed, file, at("exceptNamed")),
    first: first ?? false,
    pointing: compiler.phrases(pointing, file, at("pointing")),
    reads: tokenize(fold(reads).text).map(({ word }) => word),
    match: compiler.phrases(match, file, at("match")),
    except: compiler.exceptions(except, file, at("except"))
  }
}

const compileDispelledWords = (
  { said, by, told, except, otherNumber }: DispelledWords,
  file: YamlFile,
  index: number,
  compiler: RuleCompiler
): CompiledDispelledWords => {
  const at = (key: string): ValuePath => ["detect", "dispelled", index, key]
  return {
    ...(said === undefined ? {} : { said: compiler.phrases(said, file, at("said")) }),
    by: compiler.phrases(by, file, at("by")),
    told: compiler.phrases(told, file, at("told")),
    except: compiler.exceptions(except, file, at("except")),
    otherNumber: otherNumber ?? false
  }
}
