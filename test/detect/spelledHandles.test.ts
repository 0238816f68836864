import { describe, expect, it } from "vitest"
import { spelledHandles } from "../../src/detect/spelledHandles.ts"

const found = (text: string) => spelledHandles(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe("names of accounts with spelled signs", () => {
  it("extend from the first part to the last one", () => {
    expect(found("тг lampa нижнее подчёркивание dekor пишите")).toEqual([
      ["account", "lampa нижнее подчёркивание dekor"]
    ])
    expect(found("kover потом нижнее подчеркивание и nn")).toEqual([
      ["account", "kover потом нижнее подчеркивание и nn"]
    ])
    expect(found("a1 underscore b2 underscore c3")).toEqual([["account", "a1 underscore b2 underscore c3"]])
    expect(found("s v e нижнее подчёркивание t u l a")).toEqual([["account", "s v e нижнее подчёркивание t u l a"]])
  })

  it("are handles if an @ precedes them", () => {
    expect(found("собачка lampa нижний пробел dekor")).toEqual([
      ["handle", "собачка lampa нижний пробел dekor"],
      ["account", "собачка lampa нижний пробел dekor"]
    ])
    expect(found("собачка lampadekor")).toEqual([["account", "собачка lampadekor"]])
  })

  it.each([
    "нижнее подчёркивание",
    "нижний пробел",
    "подчёркивание",
    "андерскор",
    "underscore",
    "podcherkivanie",
    "下划线",
    "下横线",
    "alt çizgi",
    "астыңғы сызықша",
    "төменгі сызықша",
    "pastki chiziq"
  ])("are found by each name of an underscore: %s", (name) => {
    expect(found(`lampa ${name} dekor`)).not.toEqual([])
  })

  it.each(["собака", "собачка", "sobaka", "sobachka"])("are found by each name of an @: %s", (name) => {
    expect(found(`${name} lampadekor`)).toEqual([["account", `${name} lampadekor`]])
  })

  it("are not found in mailboxes nor where only the sign is mentioned", () => {
    expect(found("ivan собака mail точка ру")).toEqual([])
    expect(found("ставим нижнее подчёркивание")).toEqual([])
    expect(found("нижнее подчёркивание dekor")).toEqual([])
    expect(found("собака лает, собачка спит")).toEqual([])
  })

  it("are found in linear time", () => {
    const many = "lampa нижнее подчёркивание dekor ".repeat(4_000)
    expect(spelledHandles(many).length).toBeGreaterThan(0)
  })
})
