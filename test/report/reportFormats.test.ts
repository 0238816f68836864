import { expect, it } from "vitest"
import { reportFormatNames } from "../../src/report/reportFormatNames.ts"
import { reportFormats } from "../../src/report/reportFormats.ts"

it.each(reportFormatNames)("the format %s of a report knows its name", (name) => {
  expect(reportFormats[name].name).toBe(name)
})
