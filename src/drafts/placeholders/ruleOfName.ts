import { rememberTexts, wordLimits } from "../../text/rememberTexts.ts"

/** The rules that the value of a placeholder can break by itself. */
export const contactRules = [
  "phone-number",
  "outbound-link",
  "email-address",
  "messenger-contact",
  "payment-card"
] as const
export type ContactRule = (typeof contactRules)[number]

const allOf = (rule: ContactRule, words: string): ReadonlyArray<readonly [string, ContactRule]> =>
  words.split(" ").map((word) => [word, rule] as const)

/** Words of Latin names, in which the last word determines the meaning: `agentPhone`. */
const latinWords: ReadonlyMap<string, ContactRule> = new Map([
  ...allOf("phone-number", "phone phones telephone tel mobile cellphone msisdn hotline"),
  ...allOf("outbound-link", "url urls uri link links href site website webpage homepage domain"),
  ...allOf("email-address", "email emails mail mailbox"),
  ...allOf(
    "messenger-contact",
    "telegram tg whatsapp whatsup viber vk vkontakte instagram insta messenger wechat weixin skype facebook"
  ),
  ...allOf("payment-card", "iban cardnumber")
])

/** Words of Russian names, which begin with the noun: `телефон_курьера`, `ссылка_на_оплату`. */
const russianWords: ReadonlyMap<string, ContactRule> = new Map([
  ...allOf("phone-number", "телефон телефоны тел"),
  ...allOf("outbound-link", "ссылка сайт сайты"),
  ...allOf("email-address", "почта мейл имейл емейл")
])

/** Inflected forms of these words, which count after number or address: `номер_телефона`, not `модель_телефона`. */
const inflectedWords: ReadonlyMap<string, ContactRule> = new Map([
  ...allOf("phone-number", "телефона телефонов"),
  ...allOf("outbound-link", "ссылки сайта сайтов"),
  ...allOf("email-address", "почты мейла имейла емейла"),
  ...allOf("payment-card", "карты карт")
])

/** Messengers count in any form and position: `ник_в_телеграме`. */
const russianMessenger = /^(?:телеграм|вотсап|ватсап|вацап|вайбер)м?(?:а|у|е|ом)?$/

/** Endings of Chinese names, before words for number and address. */
const chineseEndings: ReadonlyArray<readonly [string, ContactRule]> = [
  ...allOf("phone-number", "电话 手机 座机"),
  ...allOf("outbound-link", "链接 网址 网站"),
  ...allOf("email-address", "邮箱 邮件"),
  ...allOf("messenger-contact", "微信 QQ"),
  ...allOf("payment-card", "银行卡")
]
const chineseTrailing = /(?:号码|地址|账号|帐号|号)$/

/** Words that do not determine the kind of a contact: `phone_number`, `telegram_username`, `phones.first`. */
const trailing = new Set(
  "number numbers num no value raw formatted full main work office primary first last default list address addr handle username user nick nickname login account contact channel chat group id номер номера адрес адреса контакт ник логин".split(
    " "
  )
)

/** Words before an owner or a purpose: `phone_of_courier`. */
const leadingOn = new Set(["of", "for", "to", "from", "by", "in"])

/** First words of names for checks, which are not contacts: `has_phone`. */
const checks = new Set(["is", "has", "have", "no", "without", "if", "unless", "can", "should", "есть", "нет", "без"])

/** A link to the marketplace is not an outbound link. */
const ownMarket = new Set(["market", "yandex", "маркет", "маркете", "яндекс", "яндексе"])

/** Words that distinguish payment cards from loyalty cards and maps. */
const payingWord = /^(?:bank|credit|debit|payment|pay|банк|кредит|дебет|оплат|перевод|сбер|тинькофф)/
const cardWord = new Set(["card", "карта"])

const adjective = /(?:ый|ий|ой|ого|ая)$/

/** Splits a name into words: agent, phone, number for `agent.phoneNumber`. Cached, because few names occur often. */
const wordsOf = rememberTexts(
  wordLimits,
  (name: string): ReadonlyArray<string> =>
    name
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .toLowerCase()
      .replace(/\b(e|whats|we|web|tele|cell|home)[-_ ]?(mail|app|chat|site|gram|phone|page)(?![a-z])/g, "$1$2")
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== "")
)

/** The rule that a placeholder breaks according to its name. */
export const ruleOfName = (name: string): ContactRule | undefined => {
  const words = wordsOf(name)
  if (checks.has(words[0] ?? "")) return undefined
  const rule = cardIn(words) ?? russianRule(words) ?? chineseRule(words) ?? latinRule(words)
  return rule === "outbound-link" && words.some((word) => ownMarket.has(word)) ? undefined : rule
}

const cardIn = (words: ReadonlyArray<string>): ContactRule | undefined => {
  const telling = words.filter((word) => !trailing.has(word))
  const card = telling.findIndex((word) => cardWord.has(word))
  const isPaying = telling.length === 1 || telling.some((word) => payingWord.test(word))
  const isNumbered = words.some((word, index) => word === "card" && /^(?:number|no|num)$/.test(words[index + 1] ?? ""))
  return isNumbered || (card >= 0 && isPaying) ? "payment-card" : undefined
}

const latinRule = (words: ReadonlyArray<string>): ContactRule | undefined => {
  const more = words.findIndex((word, index) => index > 0 && leadingOn.has(word))
  const telling = (more < 0 ? words : words.slice(0, more)).findLast((word) => !trailing.has(word))
  return telling === undefined ? undefined : latinWords.get(telling)
}

const russianRule = (words: ReadonlyArray<string>): ContactRule | undefined => {
  let isFirst = true
  for (const [index, word] of words.entries()) {
    if (russianMessenger.test(word)) return "messenger-contact"
    const rule = russianWords.get(word)
    // "Почта России" is the postal service, not a mailbox.
    if (rule !== undefined && !/^(?:россии|рф)$/.test(words[index + 1] ?? "")) return rule
    const inflected = isFirst ? inflectedWords.get(word) : undefined
    if (inflected !== undefined && (inflected !== "payment-card" || index > 0)) return inflected
    isFirst &&= trailing.has(word) || adjective.test(word)
  }
  return undefined
}

const chineseRule = (words: ReadonlyArray<string>): ContactRule | undefined => {
  const name = words.at(-1)?.replace(chineseTrailing, "") ?? ""
  return /\p{Script=Han}/u.test(words.at(-1) ?? "")
    ? chineseEndings.find(([ending]) => name.endsWith(ending.toLowerCase()))?.[1]
    : undefined
}
