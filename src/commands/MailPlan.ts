import { resolve } from "node:path"
import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option } from "effect"
import type { Environment } from "../config/Given.ts"
import { mailSettings } from "../config/MailSettings.ts"
import type { ReadConfig } from "../config/readConfig.ts"
import { SettingError } from "../config/SettingError.ts"
import type { StoreSettings } from "../config/StoreSettings.ts"
import type { BusinessId } from "../domain/Business.ts"
import type { BusinessMail } from "../mail/BusinessMail.ts"
import { EmailAddress } from "../mail/EmailAddress.ts"
import type { SmtpServer } from "../mail/MailAccount.ts"
import type { Mailing } from "../mail/makeMails.ts"
import { weekdays } from "../mail/Weekday.ts"
import type { MailFlags } from "./MailFlags.ts"

/** What to do about mails after a run. */
export type MailPlan =
  | { readonly kind: "send"; readonly mailing: Mailing; readonly server: SmtpServer; readonly retryRefused: boolean }
  | { readonly kind: "dry-run"; readonly mailing: Mailing; readonly folder: string; readonly retryRefused: boolean }
  | { readonly kind: "preview"; readonly mailing: Mailing; readonly file: string; readonly environment: Environment }

const wrong = (problem: "noSmtp" | "noRecipients", value = "") =>
  new SettingError({ problem, value, source: "", choices: [] })

/** The settings of a preview, which is not sent and needs none. */
const unconfigured = ({ locale, timeZone }: StoreSettings): Mailing => {
  const mail: BusinessMail = {
    to: [],
    locale,
    timeZone,
    minSeverity: "info",
    days: weekdays,
    weekly: "monday",
    shopName: Option.none()
  }
  return {
    sender: {
      address: EmailAddress.make("chatlint@localhost"),
      name: "chatlint",
      dkim: Option.none(),
      unsubscribe: Option.none()
    },
    of: () => Option.some(mail)
  }
}

/**
 * Reads the mail options and checks all settings that they need, so that mistakes are reported before a scan and not
 * after it. None if no mails are requested.
 *
 * @param config the configuration from which `settings` were read.
 * @param named the businesses of the run, as far as they are known in advance.
 */
export const mailPlan = (
  flags: MailFlags,
  environment: Environment,
  folder: string,
  settings: StoreSettings,
  config: Option.Option<ReadConfig>,
  named: ReadonlyArray<BusinessId>
): Effect.Effect<Option.Option<MailPlan>, SettingError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const { preview, dryRun, send = false, retryRefused = false } = flags
    if (preview === undefined && dryRun === undefined && !send) return Option.none()
    const reading = mailSettings(environment, config, settings)
    if (preview !== undefined) {
      const mailing = yield* Effect.catchIf(
        reading,
        (error) => error._tag === "SettingError" && error.problem === "noSender",
        () => Effect.succeed(unconfigured(settings))
      )
      const of: Mailing["of"] = (id) => Option.orElse(mailing.of(id), () => unconfigured(settings).of(id))
      return Option.some({ kind: "preview", mailing: { ...mailing, of }, file: resolve(folder, preview), environment })
    }
    const mailing = yield* reading
    if (named.length > 0 && named.every((id) => Option.isNone(mailing.of(id)))) {
      return yield* wrong("noRecipients", named.join(", "))
    }
    if (dryRun !== undefined) {
      return Option.some({ kind: "dry-run", mailing, folder: resolve(folder, dryRun), retryRefused })
    }
    if (Option.isNone(mailing.server)) return yield* wrong("noSmtp")
    return Option.some({ kind: "send", mailing, server: mailing.server.value, retryRefused })
  })
