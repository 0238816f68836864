import type { StoreSettings } from "../config/StoreSettings.ts"
import type { Acknowledgement } from "../domain/Acknowledgement.ts"
import { visibleJson } from "../text/visibleText.ts"
import { historyTexts } from "./historyTexts.ts"
import type { TerminalPage } from "./TerminalPage.ts"

/** For a person: one acknowledgement after the other, those that end first first. */
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
      // The last day on which it holds, as it was given.
      const lastDay = day.format(new Date(end - 1))
      const said = historyTexts(locale, by === "" ? "said" : "saidBy", { by, at: day.format(new Date(at)) })
      return (
        page.lines("", [colors.bold, findingId], "  ", [
          hasEnded ? colors.yellow : colors.green,
          historyTexts(locale, hasEnded ? "ended" : "holds", { until: lastDay })
        ]) +
        page.lines("  ", reason) +
        page.lines("  ", [colors.dim, said])
      )
    })
    .join("")
}

/** The name of the document's form. It changes when a reader written for it could be misled, not when a key is added. */
export const acknowledgementsSchema = "chatlint/acknowledgements@1"

/** For a program. */
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
