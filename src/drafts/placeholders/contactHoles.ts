import type { Draft, Hole } from "../../domain/Draft.ts"
import { rememberTexts, wordLimits } from "../../text/rememberTexts.ts"

/** The rules that what is filled in can break, whatever stands around it. */
export const contactRules = [
  "phone-number",
  "outbound-link",
  "email-address",
  "messenger-contact",
  "payment-card"
] as const
export type ContactRule = (typeof contactRules)[number]

/** What a shop has settled of its placeholders: patterns of names, with `*` for any letters. */
export type HoleSettings = Readonly<Partial<Record<ContactRule | "safe", ReadonlyArray<string>>>>

/** Names the rule that a hole breaks; undefined for one that is filled with no contact. */
export type HoleJudge = (draft: Draft, hole: Hole) => ContactRule | undefined

/** Words of names, and the rule that what they are filled with breaks. */
const words: ReadonlyMap<string, ContactRule> = new Map([
  ...[
    "phone",
    "phones",
    "telephone",
    "tel",
    "mobile",
    "cellphone",
    "msisdn",
    "hotline",
    "телефон",
    "тел",
    "电话",
    "手机"
  ].map((word) => [word, "phone-number"] as const),
  ...[
    "url",
    "uri",
    "link",
    "href",
    "site",
    "website",
    "webpage",
    "homepage",
    "domain",
    "ссылка",
    "сайт",
    "链接",
    "网址"
  ].map((word) => [word, "outbound-link"] as const),
  ...["email", "mail", "mailbox", "почта", "邮箱"].map((word) => [word, "email-address"] as const),
  ...[
    "telegram",
    "tg",
    "whatsapp",
    "whatsup",
    "viber",
    "vk",
    "vkontakte",
    "instagram",
    "insta",
    "messenger",
    "wechat",
    "weixin",
    "skype",
    "facebook",
    "телеграм",
    "вотсап",
    "ватсап",
    "вайбер",
    "微信"
  ].map((word) => [word, "messenger-contact"] as const),
  ...["iban", "cardnumber"].map((word) => [word, "payment-card"] as const)
])

/** Words that say nothing of what kind a contact is: `phone_number`, `telegram_username`, `email1`. */
const trailing = new Set(
  "number numbers num no value raw formatted full main work office primary address addr handle username user nick nickname login account contact channel chat group id номер адрес".split(
    " "
  )
)

/** A question, not a contact: `has_phone`. */
const asking = new Set(["is", "has", "have", "no", "without", "if", "unless", "can", "should"])

/** What leads to the marketplace is no link to another site. */
const ownMarket = new Set(["market", "yandex", "маркет", "яндекс"])

/** A name in words: `agent.phoneNumber` is agent, phone, number. The same few names stand in thousands of templates. */
const wordsOf = rememberTexts(
  wordLimits,
  (name: string): ReadonlyArray<string> =>
    name
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .toLowerCase()
      .replace(/\be[-_ ]?mail/g, "email")
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== "")
)

/** The rule that a name speaks of: its last word that says something does. */
export const ruleOfName = (name: string): ContactRule | undefined => {
  const said = wordsOf(name)
  if (asking.has(said[0] ?? "")) return undefined
  if (/card_?number|номер_?карты/i.test(name)) return "payment-card"
  const telling = said.findLast((word) => !trailing.has(word))
  const rule = telling === undefined ? undefined : words.get(telling)
  return rule === "outbound-link" && said.some((word) => ownMarket.has(word)) ? undefined : rule
}

/** Top levels behind a hole make it a host: `{shop}.ru`. */
const hostEnding = /^\.(?:ru|рф|com|net|org|su|by|kz|uz|me|shop|store|online|site|info|pro)(?![\p{L}\p{N}.-])/iu

/** The rule that the text around a hole speaks of, whatever its name. */
const ruleOfSurroundings = (text: string, { start, end }: Hole): ContactRule | undefined => {
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 12)
  if (/(?:^|[^a-z])tel:\+?$/i.test(before)) return "phone-number"
  if (/mailto:$/i.test(before) || /[\p{L}\p{N}]@$/u.test(before) || /^@[\p{L}\p{N}{]/u.test(after))
    return "email-address"
  return /:\/\/$/.test(before) || hostEnding.test(after) ? "outbound-link" : undefined
}

/** `*` stands for any letters; everything else for itself, whatever its case. */
const nameMatcher = (patterns: ReadonlyArray<string> = []): ((name: string) => boolean) => {
  const parts = patterns.map((pattern) => pattern.toLowerCase().split("*"))
  return (name) => parts.some((wanted) => isInOrder(name.toLowerCase(), wanted))
}

/** Whether a name is made of the parts with anything between them. */
const isInOrder = (name: string, parts: ReadonlyArray<string>): boolean => {
  const first = parts[0] ?? ""
  if (parts.length === 1) return name === first
  const last = parts.at(-1) ?? ""
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false
  let position = first.length
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, position)
    if (found < 0) return false
    position = found + part.length
  }
  return position <= name.length - last.length
}

/** Judges holes by what is settled, then by their names, then by what stands around them. */
export const holeJudge = (settings: HoleSettings): HoleJudge => {
  const isSafe = nameMatcher(settings.safe)
  const declared = contactRules.map((rule) => ({ rule, names: nameMatcher(settings[rule]) }))
  return ({ text }, hole) => {
    if (hole.name !== "" && isSafe(hole.name)) return undefined
    const found = hole.name === "" ? undefined : declared.find(({ names }) => names(hole.name))
    return found?.rule ?? ruleOfName(hole.name) ?? ruleOfSurroundings(text, hole)
  }
}
