import type { ChangesFormat } from "./ChangesReport.ts"
import { json } from "./json.ts"
import { terminal } from "./terminal.ts"

/** Every format in which `diff` writes. */
export const changesFormats: ReadonlyArray<ChangesFormat> = [terminal, json]
