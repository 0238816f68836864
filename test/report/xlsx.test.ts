import { describe, expect, it } from "@effect/vitest"
import { DOMParser } from "@xmldom/xmldom"
import { Chunk, Effect, Stream } from "effect"
import { strFromU8, unzipSync } from "fflate"
import { locales } from "../../src/locale/Locale.ts"
import { findingColumns } from "../../src/report/findingsTable.ts"
import type { Report } from "../../src/report/Report.ts"
import { xlsx } from "../../src/report/xlsx.ts"
import { documentAttacks, hostileReport } from "./hostileReport.ts"
import { optionsFor, report, situations } from "./sampleReports.ts"

/** The files of a workbook by name, checked to be well-formed XML. */
const unpacked = <E>(document: Report<E>, locale: (typeof locales)[number] = "ru") =>
  Effect.map(Stream.runCollect(xlsx.write(document, optionsFor(locale))), (pieces) => {
    const files = unzipSync(new Uint8Array(Buffer.concat([...Chunk.toReadonlyArray(pieces)])))
    return Object.fromEntries(
      Object.entries(files).map(([name, content]) => {
        const text = strFromU8(content)
        new DOMParser({
          onError: (level, message) => {
            throw new Error(`${name}: ${level} ${message}`)
          }
        }).parseFromString(text, "text/xml")
        return [name, text] as const
      })
    )
  })

/** Decodes a text as Excel does. */
const shown = (text: string | null): string =>
  (text ?? "").replace(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))

const sheetOf = (files: Readonly<Record<string, string>>, sheet: 1 | 2): string =>
  files[`xl/worksheets/sheet${sheet}.xml`] ?? ""

/** The texts of a sheet's rows, with each cell at its address. */
const rowsOf = (files: Readonly<Record<string, string>>, sheet: 1 | 2): ReadonlyArray<ReadonlyArray<string>> => {
  const parsed = (file: string) => new DOMParser().parseFromString(file, "text/xml")
  const shared = [...parsed(files["xl/sharedStrings.xml"] ?? "").getElementsByTagName("si")]
  return [...parsed(sheetOf(files, sheet)).getElementsByTagName("row")].map((row, index) => {
    expect(row.getAttribute("r")).toBe(String(index + 1))
    const cells: Array<string> = []
    for (const cell of row.getElementsByTagName("c")) {
      const address = cell.getAttribute("r") ?? ""
      expect(address.slice(1)).toBe(String(index + 1))
      const isShared = cell.getAttribute("t") === "s"
      const text = isShared ? shared[Number(cell.textContent)]?.textContent : cell.textContent
      cells[address.charCodeAt(0) - 0x41] = shown(text ?? null)
    }
    return Array.from(cells, (text) => text ?? "")
  })
}

const textsOf = (files: Readonly<Record<string, string>>): ReadonlyArray<string> =>
  ([1, 2] as const).flatMap((sheet) => rowsOf(files, sheet).flat())

describe("the workbook", () => {
  for (const locale of locales) {
    it.effect(`contains the whole report in ${locale}`, () =>
      Effect.gen(function* () {
        const files = yield* unpacked(situations["several chats"]?.() ?? report({}), locale)
        yield* Effect.promise(() =>
          expect(
            ([1, 2] as const)
              .map((sheet) =>
                rowsOf(files, sheet)
                  .map((cells) => `${cells.join(" | ").trimEnd()}\n`)
                  .join("")
              )
              .join("\n")
          ).toMatchFileSnapshot(`golden/several-chats.${locale}.xlsx.txt`)
        )
      })
    )
  }

  it.effect("has a sticky heading and filters", () =>
    Effect.gen(function* () {
      const sheet = sheetOf(yield* unpacked(situations["several chats"]?.() ?? report({})), 1)
      expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
      // The head, six findings, three unread chats and a row about older rules, in sixteen columns.
      expect(findingColumns.length).toBe(16)
      expect(sheet).toContain('</sheetData><autoFilter ref="A1:P11"/>')
    })
  )

  for (const [name, attack] of Object.entries(documentAttacks)) {
    it.effect(`contains only text cells: ${name}`, () =>
      Effect.gen(function* () {
        const files = yield* unpacked(hostileReport(attack))
        for (const sheet of [1, 2] as const) {
          const cells = sheetOf(files, sheet).match(/<c [^>]*>/g) ?? []
          expect(cells.length).toBeGreaterThan(20)
          expect(cells.filter((cell) => !/ t="(s|inlineStr)"/.test(cell) && !cell.endsWith("/>"))).toEqual([])
          expect(sheetOf(files, sheet)).not.toMatch(/<f[ >]|<hyperlink/)
        }
        const start = attack.replaceAll(/[^\w ]/g, "").slice(0, 20)
        expect(textsOf(files).some((text) => text.replaceAll(/[^\w ]/g, "").includes(start))).toBe(true)
      })
    )
  }

  it.effect("does not decode the code of a character", () =>
    Effect.gen(function* () {
      expect(textsOf(yield* unpacked(hostileReport("_x003D_1+1")))).toContain("_x003D_1+1")
    })
  )
})
