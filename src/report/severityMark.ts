import type { Severity } from "../domain/Rule.ts"
import type { Paint } from "./lines.ts"
import type { Page } from "./Page.ts"

/** How a severity looks. The icon stands beside a word, and the colour only repeats what both say. */
export interface SeverityMark {
  readonly icon: string
  readonly paint: Paint
}

/** The mark of a severity on that page. */
export const severityMark = ({ colors }: Pick<Page, "colors">, severity: Severity): SeverityMark => {
  switch (severity) {
    case "error":
      return { icon: "×", paint: colors.red }
    case "warning":
      return { icon: "!", paint: colors.yellow }
    case "info":
      return { icon: "i", paint: colors.cyan }
  }
}
