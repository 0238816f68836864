import type { ChangesFormat } from "./ChangesReport.ts"
import type { ChangesFormatName } from "./changesFormatNames.ts"
import { json } from "./json.ts"
import { terminal } from "./terminal.ts"

/** The formats of `diff` by name. */
export const changesFormats: Readonly<Record<ChangesFormatName, ChangesFormat>> = { terminal, json }
