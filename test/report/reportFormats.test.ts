import { describe, expect, it } from "@effect/vitest"
import { Option } from "effect"
import { reportFormatNames } from "../../src/report/reportFormatNames.ts"
import { reportFormatOf, reportFormats } from "../../src/report/reportFormats.ts"

describe("the formats of a report", () => {
  it("are found by their names, each once", () => {
    const names = reportFormats.map(({ name }) => name)
    expect(names).toEqual(reportFormatNames)
    expect(new Set(names).size).toBe(names.length)
    for (const format of reportFormats) expect(reportFormatOf(format.name)).toEqual(Option.some(format))
  })

  it("are not found by another name", () => {
    expect(reportFormatOf("toString")).toEqual(Option.none())
  })
})
