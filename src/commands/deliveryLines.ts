import { maskedAddress } from "../domain/maskedAddress.ts"
import type { Locale } from "../locale/Locale.ts"
import type { DeliveryState } from "../mail/DeliveryProgress.ts"
import { visibleText } from "../text/visibleText.ts"
import { clockTime } from "./clockTime.ts"
import { mailTexts } from "./mailTexts.ts"

/** How many waiting mails are listed; the rest are only counted. */
const mostLines = 4

/**
 * The progress of a delivery: how many mails were sent, and for each waiting one the recipient, the reason and the time
 * of the next attempt, the soonest first.
 *
 * @param now milliseconds since the epoch.
 */
export const deliveryLines = (
  { mails, sent, waiting, isAnotherSending }: DeliveryState,
  now: number,
  { locale, timeZone }: { readonly locale: Locale; readonly timeZone: string }
): ReadonlyArray<string> => {
  if (isAnotherSending) return [mailTexts(locale, "anotherSends")]
  const hour = new Intl.DateTimeFormat(locale, { timeStyle: "medium", hourCycle: "h23", timeZone })
  const soonest = [...waiting.values()].toSorted((one, other) => one.until - other.until)
  const rest = soonest.length - mostLines
  return [
    mailTexts(locale, "delivering", { sent, mails }),
    ...soonest.slice(0, mostLines).map(({ mail: { recipient }, error, until }) =>
      visibleText(
        mailTexts(locale, "waiting", {
          recipient: maskedAddress(recipient),
          reason: error._tag,
          answer: "answer" in error ? `${error.status} ${error.answer}` : "",
          until: hour.format(until),
          wait: clockTime(until - now)
        })
      )
    ),
    ...(rest > 0 ? [mailTexts(locale, "moreWaiting", { mails: rest })] : [])
  ]
}
