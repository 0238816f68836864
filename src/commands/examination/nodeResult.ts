import manifest from "../../../package.json" with { type: "json" }
import type { Locale } from "../../locale/Locale.ts"
import { doctorTexts } from "../doctorTexts.ts"
import { problem, type Result, well } from "./Result.ts"

/** The minimum Node.js version: 20 and 19 for ">=20.19". */
const [neededMajor = 0, neededMinor = 0] = [...manifest.engines.node.matchAll(/\d+/g)].map(Number)

/** Checks the version of Node.js. */
export const nodeResult = (version: string, locale: Locale): Result => {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  const isNew = major > neededMajor || (major === neededMajor && minor >= neededMinor)
  return isNew
    ? well(doctorTexts(locale, "node", { version }))
    : problem(doctorTexts(locale, "nodeTooOld", { version, needed: `${neededMajor}.${neededMinor}` }))
}
