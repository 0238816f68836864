import { createPrivateKey } from "node:crypto"
import { dirname, resolve } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option, Redacted } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { BusinessMail } from "../mail/BusinessMail.ts"
import { emailAddressOf } from "../mail/EmailAddress.ts"
import type { DkimKey, MailSecurity, MailSender, SmtpServer } from "../mail/MailAccount.ts"
import { weekdays } from "../mail/Weekday.ts"
import { type Environment, type Given, refuse } from "./Given.ts"
import type { ReadConfig } from "./readConfig.ts"
import { SettingError } from "./SettingError.ts"
import { secretOf } from "./Settings.ts"
import { type StoreSettings, timeZoneOf } from "./StoreSettings.ts"

/** All settings for sending mails. */
export interface MailSettings {
  readonly sender: MailSender
  /** None if no server is configured. */
  readonly server: Option.Option<SmtpServer>
  /** The settings for a business; none if nobody receives mails about it. */
  readonly of: (businessId: BusinessId) => Option.Option<BusinessMail>
}

const missing = (problem: "noSender") => new SettingError({ problem, value: "", source: "", choices: [] })

const portOf = { "smtp:": 587, "smtps:": 465 } as const

const isScheme = (protocol: string): protocol is keyof typeof portOf => protocol in portOf

/** Parses the URL of a mail server. Errors do not quote it, because it contains a password. */
const serverOf = (
  { value, source }: { readonly value: Redacted.Redacted; readonly source: string },
  tls: "required" | "optional",
  authorities: Option.Option<string>
): Effect.Effect<SmtpServer, SettingError> =>
  Effect.gen(function* () {
    const bad = refuse("badSmtpUrl", { value: "", source })
    const url = yield* Effect.try({ try: () => new URL(Redacted.value(value)), catch: () => bad })
    const { protocol, hostname, port, username, password } = url
    if (!isScheme(protocol) || hostname === "" || !/^\/?$/.test(url.pathname) || url.search + url.hash !== "") {
      return yield* bad
    }
    if ((username === "") !== (password === "")) return yield* bad
    const [user, secret] = yield* Effect.try({
      try: () => [decodeURIComponent(username), decodeURIComponent(password)] as const,
      catch: () => bad
    })
    const security: MailSecurity = protocol === "smtps:" ? "implicit" : tls
    return {
      host: hostname.replace(/^\[(.*)\]$/, "$1"),
      port: port === "" ? portOf[protocol] : Number(port),
      security,
      credentials: username === "" ? Option.none() : Option.some({ user, password: Redacted.make(secret) }),
      authorities
    }
  })

const isRsaKey = (pem: string): Effect.Effect<boolean> =>
  Effect.orElseSucceed(
    Effect.try(() => createPrivateKey(pem).asymmetricKeyType === "rsa"),
    () => false
  )

/**
 * Combines and validates the settings for mails. Secrets and files are read only here, so that a scan without mails
 * does not need them. Fails, with the position, if the sender, a key or the server's URL is missing or invalid.
 */
export const mailSettings = (
  environment: Environment,
  found: Option.Option<ReadConfig>,
  { locale, timeZone }: Pick<StoreSettings, "locale" | "timeZone">
): Effect.Effect<MailSettings, SettingError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const read = yield* Effect.mapError(found, () => missing("noSender"))
    const { config, sourceOf } = read
    const { mail } = config
    if (mail === undefined) return yield* missing("noSender")
    const address = yield* Effect.mapError(emailAddressOf(mail.sender.address), () => missing("noSender"))

    const authorities = yield* optionalFile(read, mail.ca, ["mail", "ca"])
    if (Option.isSome(authorities) && !authorities.value.text.includes("-----BEGIN CERTIFICATE-----")) {
      return yield* refuse("badCertificate", authorities.value.given)
    }
    const url = yield* smtpUrlOf(read, mail.smtp, environment)
    const tls = mail.tls ?? "required"
    const server = yield* Effect.transposeOption(
      Option.map(url, (given) =>
        serverOf(
          given,
          tls,
          Option.map(authorities, ({ text }) => text)
        )
      )
    )

    const own = yield* Effect.forEach(config.businesses ?? [], ({ id, name, mail: wanted }, index) =>
      Effect.gen(function* () {
        const place = ["businesses", index, "mail", "timeZone"]
        const zone =
          wanted?.timeZone === undefined
            ? timeZone
            : yield* timeZoneOf({ value: wanted.timeZone, source: sourceOf(place) })
        const settings: BusinessMail = {
          to: [...new Set((wanted?.to ?? []).flatMap((written) => Option.toArray(emailAddressOf(written))))],
          locale: wanted?.locale ?? locale,
          timeZone: zone,
          minSeverity: wanted?.minSeverity ?? "info",
          days: wanted?.days ?? weekdays,
          weekly: wanted?.weekly ?? "monday",
          shopName: Option.fromNullable(name)
        }
        return [String(id), settings] as const
      })
    )
    const byId = new Map(own)
    return {
      sender: {
        address,
        name: mail.sender.name ?? "chatlint",
        dkim: yield* dkimOf(read),
        unsubscribe: Option.fromNullable(mail.unsubscribe)
      },
      server,
      of: (businessId) => Option.filter(Option.fromNullable(byId.get(businessId)), ({ to }) => to.length > 0)
    }
  })

/** The environment takes precedence over the file, which names an environment variable. */
const smtpUrlOf = (
  { sourceOf }: ReadConfig,
  named: string | undefined,
  environment: Environment
): Effect.Effect<Option.Option<{ readonly value: Redacted.Redacted; readonly source: string }>, SettingError> => {
  const variable = environment.CHATLINT_SMTP_URL?.trim()
  if (variable) return Effect.succeedSome({ value: Redacted.make(variable), source: "CHATLINT_SMTP_URL" })
  if (named === undefined) return Effect.succeedNone
  const source = sourceOf(["mail", "smtp"])
  return Effect.map(secretOf({ value: named, source }, environment), (value) => Option.some({ value, source }))
}

/** Reads a file that the configuration names relative to its own folder. */
const optionalFile = (
  { path, sourceOf }: ReadConfig,
  named: string | undefined,
  place: ReadonlyArray<string>
): Effect.Effect<
  Option.Option<{ readonly text: string; readonly given: Given }>,
  SettingError,
  FileSystem.FileSystem
> =>
  Effect.gen(function* () {
    if (named === undefined) return Option.none()
    const given: Given = { value: resolve(dirname(path), named), source: sourceOf(place) }
    const files = yield* FileSystem.FileSystem
    const text = yield* Effect.mapError(files.readFileString(given.value), () => refuse("unreadableFile", given))
    return Option.some({ text, given })
  })

const dkimOf = (read: ReadConfig): Effect.Effect<Option.Option<DkimKey>, SettingError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const dkim = read.config.mail?.dkim
    const file = yield* optionalFile(read, dkim?.keyFile, ["mail", "dkim", "keyFile"])
    if (dkim === undefined || Option.isNone(file)) return Option.none()
    if (!(yield* isRsaKey(file.value.text))) return yield* refuse("badKeyFile", file.value.given)
    return Option.some({
      domain: dkim.domain,
      selector: dkim.selector,
      privateKey: Redacted.make(file.value.text)
    })
  })
