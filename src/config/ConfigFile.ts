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

/** Without quotes YAML reads "+78005550123" as an integer, which loses nothing but the plus. */
const PhoneNumber = Schema.Union(Schema.Int, Schema.String)
  .pipe(Schema.filter((written) => allowedNumber(writtenNumber(written)) !== undefined))
  .annotations(expects("expected.phoneNumber"))

/** A number of the file as it was meant. */
export const writtenNumber = (written: number | string): string =>
  typeof written === "number" ? `+${written}` : written

const Address = Schema.String.pipe(Schema.pattern(addressEntry)).annotations(expects("expected.address"))

/** What is let pass whatever the rule. */
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

/** How mails go out. */
const Mail = Schema.Struct({
  sender: Schema.Struct({ address: Mailbox, name: optionally(Text) }),
  /** `${NAME}`: the environment variable that holds the address of the server, with name and password. */
  smtp: optionally(Text),
  /** Whether the connection must be encrypted, which it must be unless told otherwise. */
  tls: optionally(Schema.Literal("required", "optional").annotations(expects("expected.tls"))),
  /** A file with certificates that are trusted besides those of the system. */
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

/** Who gets mails about a business, and which. */
const BusinessMail = Schema.Struct({
  to: Schema.Array(Mailbox),
  locale: optionally(Schema.Literal(...locales).annotations(expects("expected.locale"))),
  timeZone: optionally(Text),
  minSeverity: optionally(Severity.annotations(expects("expected.severity"))),
  /** The days on which a mail may come; every day if they are absent. */
  days: optionally(
    Schema.Array(Schema.Literal(...weekdays))
      .pipe(Schema.minItems(1))
      .annotations(expects("expected.weekdays"))
  ),
  /** The day on which a mail comes although nothing is new, so that silence is never ambiguous. */
  weekly: optionally(Schema.Literal(...weekdays, "never").annotations(expects("expected.weekday")))
})

/** A number of the marketplace may be written with or without quotes. */
const BusinessNumber = Schema.Union(Schema.Int, Schema.NonEmptyString)

/** One business of the configuration. */
const ConfiguredBusiness = Schema.Struct({
  id: BusinessNumber,
  /** `${NAME}`: the environment variable that holds the key. */
  apiKey: optionally(Text),
  /** `${NAME}`: the environment variable that holds an OAuth token, for users who have no key yet. */
  oauthToken: optionally(Text),
  /** What is let pass for this business, beside what is for all. */
  allow: optionally(Allow),
  /** The shop's name, as mails call it. */
  name: optionally(Text),
  mail: optionally(BusinessMail)
})

/** Findings in drafts that are known and stay: a rule and a reason each. */
const ConfiguredSuppression = Schema.Struct({
  rule: Text,
  /** Globs, reckoned from the folder of this file; all files if it is absent. */
  files: optionally(Schema.Union(Text, Schema.Array(Text))),
  /** The key of the message, with * for any letters; all keys if it is absent. */
  key: optionally(Text),
  reason: Schema.String.pipe(Schema.pattern(/\S/)).annotations(expects("expected.text")),
  /** The last day on which it holds. */
  until: optionally(Schema.String.pipe(Schema.filter(isDay)).annotations(expects("expected.date")))
})

/** One or several. */
const Texts = Schema.Union(Text, Schema.Array(Text)).annotations(expects("expected.texts"))

/** Files that hold drafts, and how they are read. */
const DraftInput = Schema.Struct({
  /** Patterns such as `texts/*.yaml`, from the folder of this file. */
  files: Texts,
  format: optionally(DraftFormat.annotations(expects("expected.draftFormat"))),
  /** Which values are messages: `**.text`, `replies.*`, `!**.note`; of a table the names of columns. */
  select: optionally(Texts),
  /** How placeholders are written; every way when it is absent. */
  placeholders: optionally(
    Schema.Array(PlaceholderSyntax.annotations(expects("expected.placeholders"))).annotations(
      expects("expected.placeholders")
    )
  )
})

/** Names of placeholders, with `*` for any letters. */
const HoleNames = optionally(Schema.Array(Text))

/** What is checked before it is sent. */
const Drafts = Schema.Struct({
  inputs: optionally(Schema.Array(DraftInput)),
  /** What placeholders are filled with, by their names: nothing that breaks a rule, or a contact that breaks this one. */
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

/** The server's secrets, each named as `${NAME}`: the environment variable that holds it. */
const Serve = Schema.Struct({
  /** Those who know one of them may ask the server. */
  tokens: optionally(Schema.Array(Text)),
  /** What the path of a notification has to name. */
  notificationSecret: optionally(Text)
})

/** `chatlint.yaml`. Flags beat the environment, and the environment beats this file. */
export const ConfigFile = Schema.Struct({
  businesses: optionally(Schema.Array(ConfiguredBusiness)),
  baseUrl: optionally(Text),
  db: optionally(Text),
  concurrency: optionally(Schema.Int),
  /** The country of the shops: ISO 3166-1 alpha-2. */
  region: optionally(Text),
  rules: optionally(Schema.Array(Text)),
  failOn: optionally(Text),
  /** Findings less sure than this are left out: from 0 to 1. */
  minConfidence: optionally(Schema.Number.pipe(Schema.between(0, 1)).annotations(expects("expected.confidence"))),
  /** What is let pass for all businesses. */
  allow: optionally(Allow),
  suppressions: optionally(Schema.Array(ConfiguredSuppression)),
  /** `${NAME}`: the environment variable that holds the key of the ids of findings in drafts. */
  identityKey: optionally(Text),
  locale: optionally(Text),
  timeZone: optionally(Text),
  mail: optionally(Mail),
  drafts: optionally(Drafts),
  serve: optionally(Serve)
})
export type ConfigFile = typeof ConfigFile.Type
