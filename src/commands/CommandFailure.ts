import { type BaselineError, describeBaselineError } from "../baseline/BaselineError.ts"
import type { ConfigError } from "../config/ConfigError.ts"
import { describeSettingError, type SettingError } from "../config/SettingError.ts"
import { describeGitError, type GitError } from "../drafts/files/GitError.ts"
import type { Locale } from "../locale/Locale.ts"
import { describeMailError, type MailError } from "../mail/MailError.ts"
import { describeMarketError, type MarketError } from "../market/MarketError.ts"
import type { RuleFilesError } from "../ruleset/RuleFilesError.ts"
import { describeRuleFolderError, type RuleFolderError } from "../ruleset/RuleFolderError.ts"
import type { ListenError } from "../serve/startServer.ts"
import { type BusinessNotSeen, describeBusinessNotSeen } from "../store/BusinessNotSeen.ts"
import { describeStoreError, type StoreError } from "../store/StoreError.ts"
import { describeUnknownReference, type UnknownReference } from "../store/UnknownReference.ts"
import { describeYamlFileError } from "../yaml/YamlFileError.ts"
import { type AckError, describeAckError } from "./AckError.ts"
import { type CheckConflict, describeCheckConflict } from "./CheckConflict.ts"
import { checkTexts } from "./checkTexts.ts"
import { ExitCode } from "./ExitCode.ts"
import type { FileExists } from "./FileExists.ts"
import { historyTexts } from "./historyTexts.ts"
import type { InputError } from "./InputError.ts"
import { initTexts } from "./initTexts.ts"
import type { NoBusiness } from "./NoBusiness.ts"
import type { NotKept } from "./NotKept.ts"
import type { OutputError } from "./OutputError.ts"
import type { RunMissing } from "./RunMissing.ts"
import { serveCommandTexts } from "./serveTexts.ts"
import { commandTexts } from "./texts.ts"
import { describeUnknownRule, type UnknownRule } from "./UnknownRule.ts"

/** Everything that can keep a command from doing its work. */
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

/** What happened and what to do, in the reader's language: a line for each mistake. */
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
      return [commandTexts(locale, "noBusiness")]
    case "OutputError":
      return [describeOutputError(failure, locale)]
    case "InputError":
      return [checkTexts(locale, "inputUnreadable")]
    case "BaselineError":
      return [describeBaselineError(failure, locale)]
    case "CheckConflict":
      return [describeCheckConflict(failure, locale)]
    case "GitError":
      return [describeGitError(failure, locale)]
    case "FileExists":
      return [initTexts(locale, "fileExists", { path: failure.path })]
    case "UnknownRule":
      return [describeUnknownRule(failure, locale)]
    case "UnknownReference":
      return [describeUnknownReference(failure, locale)]
    case "BusinessNotSeen":
      return [describeBusinessNotSeen(failure, locale)]
    case "RunMissing":
      return [historyTexts(locale, "runMissing", { path: failure.path })]
    case "NotKept":
      return [historyTexts(locale, "notKept")]
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
    default:
      return [commandTexts(locale, "discovering", { problem: describeMarketError(failure, locale) })]
  }
}

/** What happened to a report that could not be written, and what to do. */
export const describeOutputError = ({ path, isFull }: OutputError, locale: Locale): string =>
  commandTexts(locale, isFull ? "outputFull" : "outputUnwritable", {
    place: commandTexts(locale, path === "-" ? "standardOutput" : "outputPath", { path })
  })

const describeListenError = ({ host, port, reason }: ListenError, locale: Locale): string =>
  serveCommandTexts(locale, "cannotListen", { host, port: String(port), reason })

/** Errors of the marketplace that another setting would mend: key, business, address. */
export const isSettingAtFault = (reason: string): boolean =>
  ["Unauthorized", "Forbidden", "ScopeMissing", "BadRequest", "WrongAddress"].includes(reason)

/** The exit code of a command that could not do its work. */
export const exitCodeOfFailure = (failure: CommandFailure): ExitCode => {
  switch (failure._tag) {
    case "StoreError":
      // What went wrong in the middle, such as space that ran out, is no mistake of the command: what was read is kept.
      return failure.reason === "full" || failure.reason === "failed" ? ExitCode.incomplete : ExitCode.usage
    case "OutputError":
      return failure.isFull ? ExitCode.incomplete : ExitCode.usage
    case "MalformedAnswer":
      // A page of HTML comes from what stands before the marketplace too, such as one that asks whether we are a robot.
      return failure.isAddressDoubtful ? ExitCode.usage : ExitCode.incomplete
    case "InputError":
    case "ParallelLimit":
    case "HourlyLimit":
    case "ServerFault":
    case "Disconnected":
    case "BadPageToken":
    case "ChatNotFound":
    case "EndlessPaging":
      return ExitCode.incomplete
    default:
      return ExitCode.usage
  }
}
