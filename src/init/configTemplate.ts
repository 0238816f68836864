import type { ConfigFile } from "../config/ConfigFile.ts"
import type { Locale } from "../locale/Locale.ts"
import { configKeyTexts } from "./texts.ts"

/** An example of every key. The type requires one for each key of the configuration. */
export const keyExamples: Readonly<Record<keyof ConfigFile, string>> = {
  businesses: `businesses:
  - id: 1001
    apiKey: \${CHATLINT_API_KEY}
    mail:
      to: [seller@example.com]`,
  baseUrl: "baseUrl: https://api.partner.market.yandex.ru",
  db: "db: chatlint.db",
  concurrency: "concurrency: 2",
  region: "region: RU",
  rules: "rules: [our-rules]",
  failOn: "failOn: error",
  minConfidence: "minConfidence: 0.5",
  allow: `allow:
  numbers: ["+7 800 555-35-35"]
  hosts: [market.yandex.ru]
  addresses: ["@example.com"]
  phrases: ["наш чат"]`,
  drafts: `drafts:
  inputs:
    - files: "templates/**/*.yaml"
      select: ["**.text"]
  holes:
    safe: [order_id]
    phone-number: ["*_contact"]`,
  suppressions: `suppressions:
  - rule: phone-number
    files: "templates/**/*.yaml"
    key: "delivery.*"
    reason: The number of the marketplace itself
    until: 2027-12-31`,
  identityKey: `identityKey: \${CHATLINT_IDENTITY_KEY}`,
  locale: "locale: ru",
  timeZone: "timeZone: Europe/Moscow",
  mail: `mail:
  sender: { address: reports@example.com, name: chatlint }
  smtp: \${CHATLINT_SMTP_URL}`,
  serve: `serve:
  tokens: ["\${CHATLINT_SERVE_TOKEN}"]
  notificationSecret: \${CHATLINT_NOTIFICATION_SECRET}`
}

const keys = Object.keys(keyExamples).filter((key): key is keyof ConfigFile => Object.hasOwn(keyExamples, key))

/** The maximum line length in characters. */
const width = 100

/** Wraps words as YAML comments. Chinese has no spaces to break at, so its lines may be longer. */
const commented = (words: string): string => {
  const lines: Array<string> = []
  let line = "#"
  for (const word of words.split(" ")) {
    if (line.length + word.length + 1 > width && line !== "#") {
      lines.push(line)
      line = "#"
    }
    line += ` ${word}`
  }
  return [...lines, line].join("\n")
}

/**
 * A configuration that sets nothing, with every key explained and commented out. Examples follow the `#` directly,
 * explanations after a space.
 *
 * @param schema the path of the JSON Schema for editors, relative to the configuration's folder.
 */
export const configTemplate = (locale: Locale, schema: string): string =>
  [
    `# yaml-language-server: $schema=${schema}`,
    commented(configKeyTexts(locale, "head")),
    ...keys.map((key) => `\n${commented(configKeyTexts(locale, key))}\n${keyExamples[key].replace(/^/gm, "#")}`),
    ""
  ].join("\n")
