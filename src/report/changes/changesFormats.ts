import type { ChangesFormat } from "./ChangesReport.ts"
import type { ChangesFormatName } from "./changesFormatNames.ts"
import { json } from "./json.ts"
import { terminal } from "./terminal.ts"

/** What writes each format that `diff` knows. */
export const changesFormats: Readonly<Record<ChangesFormatName, ChangesFormat>> = { terminal, json }
