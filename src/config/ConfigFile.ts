import { Option, Schema } from "effect"
import { isDay } from "../domain/isDay.ts"
import { Severity } from "../domain/Rule.ts"
import { DraftFormat } from "../drafts/DraftFormat.ts"
import { PlaceholderSyntax } from "../drafts/placeholders/PlaceholderSyntax.ts"
import { addressEntry, allowedNumber, hostEntry } from "../engine/AllowList.ts"
import { locales } from "../locale/Locale.ts"
import { emailAddressOf } from "../mail/EmailAddress.ts"
import { weekdays } from "../mail/Weekday.ts"
import { expects } from "../yaml/expects.ts"
import { optionally } from "../yaml/optionally.ts"

const Text = Schema.NonEmptyString

const Host = Schema.String.pipe(Schema.pattern(hostEntry)).annotations(expects("expected.host"))

/** YAML reads an unquoted "+78005550123" as an integer, which loses only the plus sign. */
const PhoneNumber = Schema.Union(Schema.Int, Schema.String)
  .pipe(Schema.filter((written) => allowedNumber(writtenNumber(written)) !== undefined))
  .annotations(expects("expected.phoneNumber"))

/** A phone number as the user meant it, with the plus sign that YAML drops. */
export const writtenNumber = (written: number | string): string =>
  typeof written === "number" ? `+${written}` : written

const Address = Schema.String.pipe(Schema.pattern(addressEntry)).annotations(expects("expected.address"))

/** What is allowed whatever the rule. */
const Allow = Schema.Struct({
  hosts: optionally(Schema.Array(Host)),
  numbers: optionally(Schema.Array(PhoneNumber)),
  addresses: optionally(Schema.Array(Address)),
  phrases: optionally(Schema.Array(Text))
})
export type Allow = typeof Allow.Type

const Mailbox = Schema.String.pipe(Schema.filter((written) => Option.isSome(emailAddressOf(written)))).annotations(
  expects("expected.mailbox")
)

const HostName = Schema.String.pipe(Schema.pattern(/^[\w-]+(\.[\w-]+)+$/)).annotations(expects("expected.hostName"))

/** How mails are sent. */
const Mail = Schema.Struct({
  sender: Schema.Struct({ address: Mailbox, name: optionally(Text) }),
  /** `${NAME}`: the environment variable with the server's URL, including user name and password. */
  smtp: optionally(Text),
  /** Whether the connection must be encrypted; required by default. */
  tls: optionally(Schema.Literal("required", "optional").annotations(expects("expected.tls"))),
  /** A file of certificates to trust in addition to the system's. */
  ca: optionally(Text),
  dkim: optionally(
    Schema.Struct({
      domain: HostName,
      selector: Schema.String.pipe(Schema.pattern(/^[\w.-]+$/)).annotations(expects("expected.selector")),
      keyFile: Text
    })
  ),
  unsubscribe: optionally(
    Schema.String.pipe(Schema.pattern(/^(https:\/\/|mailto:)[^\s<>,"\\]+$/i)).annotations(
      expects("expected.unsubscribe")
    )
  )
})

/** Who receives which mails about a business. */
const BusinessMail = Schema.Struct({
  to: Schema.Array(Mailbox),
  locale: optionally(Schema.Literal(...locales).annotations(expects("expected.locale"))),
  timeZone: optionally(Text),
  minSeverity: optionally(Severity.annotations(expects("expected.severity"))),
  /** The days on which a mail may be sent; by default every day. */
  days: optionally(
    Schema.Array(Schema.Literal(...weekdays))
      .pipe(Schema.minItems(1))
      .annotations(expects("expected.weekdays"))
  ),
  /** The day on which a mail is sent even without news, so that silence is never ambiguous. */
  weekly: optionally(Schema.Literal(...weekdays, "never").annotations(expects("expected.weekday")))
})

/** An id of the marketplace, quoted or not. */
const BusinessNumber = Schema.Union(Schema.Int, Schema.NonEmptyString)

/** A business in the configuration. */
const ConfiguredBusiness = Schema.Struct({
  id: BusinessNumber,
  /** `${NAME}`: the environment variable with the key. */
  apiKey: optionally(Text),
  /** `${NAME}`: the environment variable with an OAuth token, for users without a key. */
  oauthToken: optionally(Text),
  /** What is allowed for this business, in addition to what is allowed for all. */
  allow: optionally(Allow),
  /** The shop's name in mails. */
  name: optionally(Text),
  mail: optionally(BusinessMail)
})

/** Known findings in drafts to suppress: a rule and a reason each. */
const ConfiguredSuppression = Schema.Struct({
  rule: Text,
  /** Globs, relative to the folder of this file; by default all files. */
  files: optionally(Schema.Union(Text, Schema.Array(Text))),
  /** The key of the message, with * as a wildcard; by default all keys. */
  key: optionally(Text),
  reason: Schema.String.pipe(Schema.pattern(/\S/)).annotations(expects("expected.text")),
  /** The last day of validity. */
  until: optionally(Schema.String.pipe(Schema.filter(isDay)).annotations(expects("expected.date")))
})

/** One text or several. */
const Texts = Schema.Union(Text, Schema.Array(Text)).annotations(expects("expected.texts"))

/** Files with drafts, and how to read them. */
const DraftInput = Schema.Struct({
  /** Patterns such as `texts/*.yaml`, relative to the folder of this file. */
  files: Texts,
  format: optionally(DraftFormat.annotations(expects("expected.draftFormat"))),
  /** Which values are messages: `**.text`, `replies.*`, `!**.note`; for tables, the names of columns. */
  select: optionally(Texts),
  /** The syntaxes of placeholders; by default all. */
  placeholders: optionally(
    Schema.Array(PlaceholderSyntax.annotations(expects("expected.placeholders"))).annotations(
      expects("expected.placeholders")
    )
  )
})

/** Names of placeholders, with `*` as a wildcard. */
const HoleNames = optionally(Schema.Array(Text))

/** What is checked before it is sent. */
const Drafts = Schema.Struct({
  inputs: optionally(Schema.Array(DraftInput)),
  /** What placeholders are filled with, by name: a safe value, or a contact that breaks the given rule. */
  holes: optionally(
    Schema.Struct({
      safe: HoleNames,
      "phone-number": HoleNames,
      "outbound-link": HoleNames,
      "email-address": HoleNames,
      "messenger-contact": HoleNames,
      "payment-card": HoleNames
    })
  )
})
export type Drafts = typeof Drafts.Type

/** The secrets of the server, each as `${NAME}`, the environment variable that holds it. */
const Serve = Schema.Struct({
  /** Any of these tokens authorizes requests to the server. */
  tokens: optionally(Schema.Array(Text)),
  /** The secret that the path of a notification must contain. */
  notificationSecret: optionally(Text)
})

/** `chatlint.yaml`. Options take precedence over the environment, and the environment over this file. */
export const ConfigFile = Schema.Struct({
  businesses: optionally(Schema.Array(ConfiguredBusiness)),
  baseUrl: optionally(Text),
  db: optionally(Text),
  concurrency: optionally(Schema.Int),
  /** The country of the shops: ISO 3166-1 alpha-2. */
  region: optionally(Text),
  rules: optionally(Schema.Array(Text)),
  failOn: optionally(Text),
  /** From 0 to 1. Findings with a lower confidence are omitted. */
  minConfidence: optionally(Schema.Number.pipe(Schema.between(0, 1)).annotations(expects("expected.confidence"))),
  /** What is allowed for all businesses. */
  allow: optionally(Allow),
  suppressions: optionally(Schema.Array(ConfiguredSuppression)),
  /** `${NAME}`: the environment variable with the key of draft finding ids. */
  identityKey: optionally(Text),
  locale: optionally(Text),
  timeZone: optionally(Text),
  mail: optionally(Mail),
  drafts: optionally(Drafts),
  serve: optionally(Serve)
})
export type ConfigFile = typeof ConfigFile.Type
