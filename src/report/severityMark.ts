import type { Severity } from "../domain/Rule.ts"
import type { Paint } from "./lines.ts"
import type { Page } from "./Page.ts"

/** The icon and colour of a severity, which is always also named in words. */
export interface SeverityMark {
  readonly icon: string
  readonly paint: Paint
}

/** The icon of each severity. */
export const severityIcons: Readonly<Record<Severity, string>> = { error: "×", warning: "!", info: "i" }

/** The mark of a severity on a page. */
export const severityMark = ({ colors }: Pick<Page, "colors">, severity: Severity): SeverityMark => {
  const icon = severityIcons[severity]
  switch (severity) {
    case "error":
      return { icon, paint: colors.red }
    case "warning":
      return { icon, paint: colors.yellow }
    case "info":
      return { icon, paint: colors.cyan }
  }
}
