import { type BaselineError, describeBaselineError } from "../baseline/BaselineError.ts"
import type { ConfigError } from "../config/ConfigError.ts"
import { describeSettingError, type SettingError } from "../config/SettingError.ts"
import { describeGitError, type GitError } from "../drafts/files/GitError.ts"
import type { Locale } from "../locale/Locale.ts"
import { describeMailError, type MailError } from "../mail/MailError.ts"
import { describeMarketError, type MalformedAnswer, type MarketError } from "../market/MarketError.ts"
import type { RuleFilesError } from "../ruleset/RuleFilesError.ts"
import { describeRuleFolderError, type RuleFolderError } from "../ruleset/RuleFolderError.ts"
import type { FailureReason } from "../scan/scanBusiness.ts"
import { describeListenError, type ListenError } from "../serve/ListenError.ts"
import { type BusinessNotSeen, describeBusinessNotSeen } from "../store/BusinessNotSeen.ts"
import { describeStoreError, type StoreError } from "../store/StoreError.ts"
import { describeUnknownReference, type UnknownReference } from "../store/UnknownReference.ts"
import { describeYamlFileError } from "../yaml/YamlFileError.ts"
import { type AckError, describeAckError } from "./AckError.ts"
import { type CheckConflict, describeCheckConflict } from "./CheckConflict.ts"
import { ExitCode } from "./ExitCode.ts"
import { describeFileExists, type FileExists } from "./FileExists.ts"
import { describeInputError, type InputError } from "./InputError.ts"
import { describeNoBusiness, type NoBusiness } from "./NoBusiness.ts"
import { describeNotKept, type NotKept } from "./NotKept.ts"
import { describeOutputError, type OutputError } from "./OutputError.ts"
import { describeRunMissing, type RunMissing } from "./RunMissing.ts"
import { commandTexts } from "./texts.ts"
import { describeUnknownRule, type UnknownRule } from "./UnknownRule.ts"

/** Every error that can prevent a command from doing its work. */
export type CommandFailure =
  | SettingError
  | ConfigError
  | RuleFolderError
  | RuleFilesError
  | StoreError
  | MarketError
  | MailError
  | NoBusiness
  | OutputError
  | InputError
  | BaselineError
  | CheckConflict
  | GitError
  | UnknownRule
  | UnknownReference
  | BusinessNotSeen
  | RunMissing
  | NotKept
  | AckError
  | FileExists
  | ListenError

/** What happened and what to do, in the reader's language: one line per mistake. */
export const describeFailure = (failure: CommandFailure, locale: Locale): ReadonlyArray<string> => {
  switch (failure._tag) {
    case "SettingError":
      return [describeSettingError(failure, locale)]
    case "ConfigError":
    case "RuleFilesError":
      return failure.errors.map((error) => describeYamlFileError(error, locale))
    case "RuleFolderError":
      return [describeRuleFolderError(failure, locale)]
    case "StoreError":
      return [describeStoreError(failure, locale)]
    case "NoBusiness":
      return [describeNoBusiness(failure, locale)]
    case "OutputError":
      return [describeOutputError(failure, locale)]
    case "InputError":
      return [describeInputError(failure, locale)]
    case "BaselineError":
      return [describeBaselineError(failure, locale)]
    case "CheckConflict":
      return [describeCheckConflict(failure, locale)]
    case "GitError":
      return [describeGitError(failure, locale)]
    case "FileExists":
      return [describeFileExists(failure, locale)]
    case "UnknownRule":
      return [describeUnknownRule(failure, locale)]
    case "UnknownReference":
      return [describeUnknownReference(failure, locale)]
    case "BusinessNotSeen":
      return [describeBusinessNotSeen(failure, locale)]
    case "RunMissing":
      return [describeRunMissing(failure, locale)]
    case "NotKept":
      return [describeNotKept(failure, locale)]
    case "AckError":
      return [describeAckError(failure, locale)]
    case "FolderUnwritable":
    case "Unreachable":
    case "TlsRefused":
    case "AuthenticationRefused":
    case "TemporaryRefusal":
    case "RecipientRefused":
    case "MessageRefused":
    case "SenderRefused":
    case "AnswerLost":
      return [describeMailError(failure, locale)]
    case "ListenError":
      return [describeListenError(failure, locale)]
    case "ParallelLimit":
    case "HourlyLimit":
    case "ServerFault":
    case "Disconnected":
    case "MalformedAnswer":
    case "Unauthorized":
    case "Forbidden":
    case "ScopeMissing":
    case "ChatNotFound":
    case "BadPageToken":
    case "BadRequest":
    case "EndlessPaging":
      return [commandTexts(locale, "discovering", { problem: describeMarketError(failure, locale) })]
  }
}

/** Failures of a business that other settings would fix: key, business id or address. */
const settingFaults: ReadonlySet<string> = new Set<FailureReason>([
  "Unauthorized",
  "Forbidden",
  "ScopeMissing",
  "BadRequest",
  "WrongAddress"
])

/** Whether a business failed because of its settings. */
export const isSettingAtFault = (reason: string): boolean => settingFaults.has(reason)

/** The failures whose tag alone determines the exit code. */
type PlainFailure = Exclude<CommandFailure, StoreError | OutputError | MalformedAnswer>

/** `usage` if another command line, setting or file would help; `incomplete` if the cause may pass by itself. */
const exitCodes: Readonly<Record<PlainFailure["_tag"], ExitCode>> = {
  SettingError: ExitCode.usage,
  ConfigError: ExitCode.usage,
  RuleFolderError: ExitCode.usage,
  RuleFilesError: ExitCode.usage,
  BaselineError: ExitCode.usage,
  CheckConflict: ExitCode.usage,
  GitError: ExitCode.usage,
  UnknownRule: ExitCode.usage,
  UnknownReference: ExitCode.usage,
  BusinessNotSeen: ExitCode.usage,
  RunMissing: ExitCode.usage,
  NotKept: ExitCode.usage,
  AckError: ExitCode.usage,
  FileExists: ExitCode.usage,
  ListenError: ExitCode.usage,
  NoBusiness: ExitCode.usage,
  InputError: ExitCode.incomplete,
  Unauthorized: ExitCode.usage,
  Forbidden: ExitCode.usage,
  ScopeMissing: ExitCode.usage,
  BadRequest: ExitCode.usage,
  ParallelLimit: ExitCode.incomplete,
  HourlyLimit: ExitCode.incomplete,
  ServerFault: ExitCode.incomplete,
  Disconnected: ExitCode.incomplete,
  BadPageToken: ExitCode.incomplete,
  ChatNotFound: ExitCode.incomplete,
  EndlessPaging: ExitCode.incomplete,
  FolderUnwritable: ExitCode.usage,
  Unreachable: ExitCode.usage,
  TlsRefused: ExitCode.usage,
  AuthenticationRefused: ExitCode.usage,
  TemporaryRefusal: ExitCode.usage,
  RecipientRefused: ExitCode.usage,
  MessageRefused: ExitCode.usage,
  SenderRefused: ExitCode.usage,
  AnswerLost: ExitCode.usage
}

/** The exit code of a command that failed. */
export const exitCodeOfFailure = (failure: CommandFailure): ExitCode => {
  switch (failure._tag) {
    case "StoreError":
      // A fault in the middle, such as a full disk, is not a usage error: what was read so far is saved.
      return failure.reason === "full" || failure.reason === "failed" ? ExitCode.incomplete : ExitCode.usage
    case "OutputError":
      return failure.isFull ? ExitCode.incomplete : ExitCode.usage
    case "MalformedAnswer":
      // An HTML page may also come from a proxy of the marketplace, such as a robot check.
      return failure.isAddressDoubtful ? ExitCode.usage : ExitCode.incomplete
    default:
      return exitCodes[failure._tag]
  }
}
