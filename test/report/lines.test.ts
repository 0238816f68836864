import { describe, expect, it } from "@effect/vitest"
import fc from "fast-check"
import { columns, lines } from "../../src/report/lines.ts"
import { textWidth } from "../../src/report/textWidth.ts"
import { visibleText } from "../../src/text/visibleText.ts"

describe("the width of a text", () => {
  it.each([
    ["abc", 3],
    ["Ёлка", 4],
    ["и\u0306", 1],
    ["店铺", 4],
    ["￥1", 3],
    ["👍🏽", 2],
    ["█•╰─", 4]
  ])("%s", (text, width) => {
    expect(textWidth(text)).toBe(width)
  })
})

describe("lines", () => {
  it("break at spaces", () => {
    expect(lines("  ", `${"a".repeat(40)} ${"b".repeat(40)} c`)).toBe(`  ${"a".repeat(40)}\n  ${"b".repeat(40)} c\n`)
    expect(lines("", `${"a".repeat(80)} b`)).toBe(`${"a".repeat(80)}\nb\n`)
  })

  it("break within a word that is longer than a line", () => {
    expect(lines("", "a".repeat(161))).toBe(`${"a".repeat(80)}\n${"a".repeat(80)}\na\n`)
  })

  it("break between Chinese characters, and not before a full stop", () => {
    expect(lines("", `1 ${"检".repeat(40)}`)).toBe(`1 ${"检".repeat(39)}\n检\n`)
    expect(lines("", `${"检".repeat(40)}。`)).toBe(`${"检".repeat(39)}\n检。\n`)
  })

  it("close a colour at the end of each line", () => {
    const marked = (text: string) => `<${text}>`
    expect(lines("", "x ", [marked, `${"a".repeat(40)} ${"b".repeat(40)}`], " y")).toBe(
      `x <${"a".repeat(40)}>\n<${"b".repeat(40)}> y\n`
    )
  })

  it("lose only spaces and are never too long, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(20), (raw, indent) => {
        const text = visibleText(raw)
        const written = lines(" ".repeat(indent), text)
        expect(written.replaceAll(/[ \n]/g, "")).toBe(text.replaceAll(" ", ""))
        for (const line of written.split("\n")) expect(textWidth(line)).toBeLessThanOrEqual(columns)
      })
    )
  })
})
