import { describe, expect, it } from "@effect/vitest"
import { Option } from "effect"
import fc from "fast-check"
import { maskedAddress } from "../../src/domain/maskedAddress.ts"
import { emailAddressOf } from "../../src/mail/EmailAddress.ts"

const read = (written: string): string => Option.getOrElse(emailAddressOf(written), () => "refused")

describe("an e-mail address", () => {
  it.each([
    ["info@shop.ru", "info@shop.ru"],
    ["Info.Shop+night@Shop.RU", "Info.Shop+night@shop.ru"],
    ["info@пример.рф", "info@xn--e1afmkfd.xn--p1ai"],
    ["info@例子.中国", "info@xn--fsqu00a.xn--fiqs8s"],
    ["root@localhost", "root@localhost"],
    ["info@xn--e1afmkfd.xn--p1ai", "info@xn--e1afmkfd.xn--p1ai"]
  ])("%j goes as %j", (written, expected) => {
    expect(read(written)).toBe(expected)
  })

  it.each([
    "a@b.test\r\nBcc: z@z.test",
    "a@b.test\nRCPT TO:<z@z.test>",
    "a@b.test, z@z.test",
    "a@b.test;z@z.test",
    '"a@b.test Bcc: z"@z.test',
    '"a b"@z.test',
    "Anna <a@b.test>",
    "<a@b.test>",
    "a@b.test> NOTIFY=SUCCESS",
    "a b@c.test",
    "a@b@c.test",
    "a@b..test",
    ".a@b.test",
    "a.@b.test",
    "a@-b.test",
    "a@b.test\u0000",
    "a@b.test\u200b",
    "a@b\u202e.test",
    "a@[127.0.0.1]",
    "a@b.test:25",
    "a@b.test/x",
    "a@b%2etest",
    "почта@пример.рф",
    "@b.test",
    "a@",
    "",
    `${"a".repeat(65)}@b.test`,
    `a@${"b".repeat(64)}.test`,
    `a@${"b.".repeat(130)}test`,
    Array.from({ length: 400 }, (_, index) => `a${index}@b.test`).join(",")
  ])("%j is refused", (written) => {
    expect(read(written)).toBe("refused")
  })

  it("is always a single plain address, whatever the input", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.constantFrom("", "@b.test", "@пример.рф"),
        (text, end) => {
          const address = read(text + end)
          expect(address).toMatch(/^(refused|[!#-'*+\-/-9=?A-Z^-~.]+@[a-z0-9.-]+)$/)
        }
      )
    )
  })

  it("is shown by its first letter and its host", () => {
    expect(maskedAddress("anna@shop.ru")).toBe("a•••@shop.ru")
  })
})
