import type { Option } from "effect"
import type { Severity } from "../domain/Rule.ts"
import type { Locale } from "../locale/Locale.ts"
import type { EmailAddress } from "./EmailAddress.ts"
import type { Weekday } from "./Weekday.ts"

/** Who gets mails about a business, and which. */
export interface BusinessMail {
  readonly to: ReadonlyArray<EmailAddress>
  readonly locale: Locale
  /** IANA name of the shop's time zone. */
  readonly timeZone: string
  /** Findings below it are in no mail. */
  readonly minSeverity: Severity
  /** The days on which a mail may come. */
  readonly days: ReadonlyArray<Weekday>
  /** The day on which one comes although nothing is new. */
  readonly weekly: Weekday | "never"
  readonly shopName: Option.Option<string>
}
