import manifest from "../../../package.json" with { type: "json" }
import type { Locale } from "../../locale/Locale.ts"
import { doctorTexts } from "../doctorTexts.ts"
import { problem, type Result, well } from "./Result.ts"

/** The least version that runs chatlint: ">=20.19" says 20 and 19. */
const [neededMajor = 0, neededMinor = 0] = [...manifest.engines.node.matchAll(/\d+/g)].map(Number)

/** How Node.js stands. */
export const nodeResult = (version: string, locale: Locale): Result => {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  const isNew = major > neededMajor || (major === neededMajor && minor >= neededMinor)
  return isNew
    ? well(doctorTexts(locale, "node", { version }))
    : problem(doctorTexts(locale, "nodeTooOld", { version, needed: `${neededMajor}.${neededMinor}` }))
}
