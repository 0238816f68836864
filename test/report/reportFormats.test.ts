import { expect, it } from "vitest"
import { reportFormatNames } from "../../src/report/reportFormatNames.ts"
import { reportFormats } from "../../src/report/reportFormats.ts"

it.each(reportFormatNames)("the report format %s has its own name", (name) => {
  expect(reportFormats[name].name).toBe(name)
})
