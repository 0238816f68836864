import type { StoreSettings } from "../config/StoreSettings.ts"
import type { Acknowledgement } from "../domain/Acknowledgement.ts"
import { visibleJson } from "../text/visibleText.ts"
import { historyTexts } from "./historyTexts.ts"
import type { TerminalPage } from "./TerminalPage.ts"

/** The acknowledgements for people, in the given order. */
export const acknowledgementPage = (
  page: TerminalPage,
  acknowledgements: ReadonlyArray<Acknowledgement>,
  now: number,
  { locale, timeZone }: Pick<StoreSettings, "locale" | "timeZone">
): string => {
  if (acknowledgements.length === 0) return page.lines("", historyTexts(locale, "noneListed"))
  const { colors } = page
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone })
  return acknowledgements
    .map(({ findingId, reason, by, at, until }) => {
      const end = Date.parse(until)
      const hasEnded = end <= now
      // The last day of validity, as the user gave it.
      const lastDay = day.format(new Date(end - 1))
      const author = historyTexts(locale, by === "" ? "acknowledgedAt" : "acknowledgedBy", {
        by,
        at: day.format(new Date(at))
      })
      return (
        page.lines("", [colors.bold, findingId], "  ", [
          hasEnded ? colors.yellow : colors.green,
          historyTexts(locale, hasEnded ? "ended" : "holds", { until: lastDay })
        ]) +
        page.lines("  ", reason) +
        page.lines("  ", [colors.dim, author])
      )
    })
    .join("")
}

/** The schema version of the document. It changes with a breaking change, not when a key is added. */
export const acknowledgementsSchema = "chatlint/acknowledgements@1"

/** The acknowledgements as a JSON document. */
export const acknowledgementJson = (acknowledgements: ReadonlyArray<Acknowledgement>): string =>
  `${visibleJson(
    JSON.stringify({
      schema: acknowledgementsSchema,
      acknowledgements: acknowledgements.map(({ findingId, reason, by, at, until }) => ({
        findingId,
        reason,
        by,
        at,
        until
      }))
    })
  )}\n`
