import { describe, expect, it } from "vitest"
import { maskedPath } from "../../../src/engine/masking/maskedPath.ts"

describe("a path", () => {
  it("is shown without the contacts in its names", () => {
    for (const [path, shown] of [
      ["a/+7 926 555-01-42.txt", "a/•••.txt"],
      ["89265550142/b.yaml", "•••/b.yaml"],
      ["ivan@shop.ru/b.yaml", "•••/b.yaml"],
      ["4111 1111 1111 1111.csv", "•••.csv"]
    ] as const) {
      expect(maskedPath(path, "RU"), path).toBe(shown)
    }
  })

  it("is unchanged if its names only look like contacts", () => {
    for (const path of [
      "texts.md",
      "shop.ru/ru.json",
      "2026-11-27/20261127.txt",
      "order 53612340025.txt",
      "v1.2.3.4567.yaml",
      "a/1780212617058078.json"
    ]) {
      expect(maskedPath(path, "RU")).toBe(path)
    }
  })
})
