import type { Option } from "effect"
import type { Severity } from "../domain/Rule.ts"
import type { Locale } from "../locale/Locale.ts"
import type { EmailAddress } from "./EmailAddress.ts"
import type { Weekday } from "./Weekday.ts"

/** The recipients of mails about a business, and when mails are sent. */
export interface BusinessMail {
  readonly to: ReadonlyArray<EmailAddress>
  readonly locale: Locale
  /** IANA name of the shop's time zone. */
  readonly timeZone: string
  /** Findings below this severity are not mailed. */
  readonly minSeverity: Severity
  /** The days on which mails may be sent. */
  readonly days: ReadonlyArray<Weekday>
  /** The day on which a mail is sent even if nothing is new. */
  readonly weekly: Weekday | "never"
  readonly shopName: Option.Option<string>
}
