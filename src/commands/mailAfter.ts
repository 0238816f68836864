import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option } from "effect"
import type { StoreSettings } from "../config/StoreSettings.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { MailError } from "../mail/MailError.ts"
import type { Database } from "../store/Database.ts"
import type { FinishedRun } from "../store/Runs.ts"
import type { StoreError } from "../store/StoreError.ts"
import type { MailPlan } from "./MailPlan.ts"
import type { OutputError } from "./OutputError.ts"
import type { StandardStreams } from "./StandardStreams.ts"
import type { MailOutcome } from "./sendMails.ts"

const noMails: MailOutcome = { queued: 0, sent: 0, undelivered: 0 }

/**
 * Carries out the mail plan. The code for mails is loaded only if needed.
 *
 * @param showProgress whether to show the progress of the delivery on the terminal.
 */
export const mailAfter = (
  planned: Option.Option<MailPlan>,
  finished: FinishedRun,
  ruleSet: RuleSet,
  settings: StoreSettings,
  showProgress: boolean
): Effect.Effect<
  MailOutcome,
  StoreError | OutputError | MailError,
  Database | FileSystem.FileSystem | StandardStreams
> =>
  Option.match(planned, {
    onNone: () => Effect.succeed(noMails),
    onSome: (plan) =>
      Effect.flatMap(
        Effect.promise(() => import("./sendMails.ts")),
        ({ sendMails }) => sendMails(plan, finished, ruleSet, settings, showProgress)
      )
  })
