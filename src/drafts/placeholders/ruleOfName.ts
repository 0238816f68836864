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

const allOf = (rule: ContactRule, words: string): ReadonlyArray<readonly [string, ContactRule]> =>
  words.split(" ").map((word) => [word, rule] as const)

/** Words of names in Latin letters; the last one says what it is: `agentPhone`. */
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

/** Russian names begin with what they are: `телефон_курьера`, `ссылка_на_оплату`; an adjective may stand before it. */
const russianWords: ReadonlyMap<string, ContactRule> = new Map([
  ...allOf("phone-number", "телефон телефоны тел"),
  ...allOf("outbound-link", "ссылка сайт сайты"),
  ...allOf("email-address", "почта мейл имейл емейл")
])

/** Other forms of these words say it behind a number or an address: `номер_телефона`, and not `модель_телефона`. */
const inflectedWords: ReadonlyMap<string, ContactRule> = new Map([
  ...allOf("phone-number", "телефона телефонов"),
  ...allOf("outbound-link", "ссылки сайта сайтов"),
  ...allOf("email-address", "почты мейла имейла емейла"),
  ...allOf("payment-card", "карты карт")
])

/** Messengers say it in every form: `ник_в_телеграме`. */
const russianMessenger = /^(?:телеграм|вотсап|ватсап|вацап|вайбер)м?(?:а|у|е|ом)?$/

/** What Chinese names end with, before the words for number and address. */
const chineseEndings: ReadonlyArray<readonly [string, ContactRule]> = [
  ...allOf("phone-number", "电话 手机 座机"),
  ...allOf("outbound-link", "链接 网址 网站"),
  ...allOf("email-address", "邮箱 邮件"),
  ...allOf("messenger-contact", "微信 QQ"),
  ...allOf("payment-card", "银行卡")
]
const chineseTrailing = /(?:号码|地址|账号|帐号|号)$/

/** Words that say nothing of what kind a contact is: `phone_number`, `telegram_username`, `phones.first`. */
const trailing = new Set(
  "number numbers num no value raw formatted full main work office primary first last default list address addr handle username user nick nickname login account contact channel chat group id номер номера адрес адреса контакт ник логин".split(
    " "
  )
)

/** Behind these words stands whose it is or what it is for: `phone_of_courier`. */
const leadingOn = new Set(["of", "for", "to", "from", "by", "in"])

/** A question, not a contact: `has_phone`. */
const asking = new Set(["is", "has", "have", "no", "without", "if", "unless", "can", "should", "есть", "нет", "без"])

/** What leads to the marketplace is no link to another site. */
const ownMarket = new Set(["market", "yandex", "маркет", "маркете", "яндекс", "яндексе"])

/** Cards that are paid with: there are others, of loyalty and of places. */
const payingWord = /^(?:bank|credit|debit|payment|pay|банк|кредит|дебет|оплат|перевод|сбер|тинькофф)/
const cardWord = new Set(["card", "карта"])

const adjective = /(?:ый|ий|ой|ого|ая)$/

/** A name in words: `agent.phoneNumber` is agent, phone, number. The same few names stand in thousands of templates. */
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

/** The rule that a name speaks of. */
export const ruleOfName = (name: string): ContactRule | undefined => {
  const said = wordsOf(name)
  if (asking.has(said[0] ?? "")) return undefined
  const rule = cardIn(said) ?? russianRule(said) ?? chineseRule(said) ?? latinRule(said)
  return rule === "outbound-link" && said.some((word) => ownMarket.has(word)) ? undefined : rule
}

const cardIn = (said: ReadonlyArray<string>): ContactRule | undefined => {
  const telling = said.filter((word) => !trailing.has(word))
  const card = telling.findIndex((word) => cardWord.has(word))
  const isPaying = telling.length === 1 || telling.some((word) => payingWord.test(word))
  const isNumbered = said.some((word, index) => word === "card" && /^(?:number|no|num)$/.test(said[index + 1] ?? ""))
  return isNumbered || (card >= 0 && isPaying) ? "payment-card" : undefined
}

const latinRule = (said: ReadonlyArray<string>): ContactRule | undefined => {
  const more = said.findIndex((word, index) => index > 0 && leadingOn.has(word))
  const telling = (more < 0 ? said : said.slice(0, more)).findLast((word) => !trailing.has(word))
  return telling === undefined ? undefined : latinWords.get(telling)
}

const russianRule = (said: ReadonlyArray<string>): ContactRule | undefined => {
  let isFirst = true
  for (const [index, word] of said.entries()) {
    if (russianMessenger.test(word)) return "messenger-contact"
    const rule = russianWords.get(word)
    // The Russian post is no mailbox.
    if (rule !== undefined && !/^(?:россии|рф)$/.test(said[index + 1] ?? "")) return rule
    const inflected = isFirst ? inflectedWords.get(word) : undefined
    if (inflected !== undefined && (inflected !== "payment-card" || index > 0)) return inflected
    isFirst &&= trailing.has(word) || adjective.test(word)
  }
  return undefined
}

const chineseRule = (said: ReadonlyArray<string>): ContactRule | undefined => {
  const name = said.at(-1)?.replace(chineseTrailing, "") ?? ""
  return /\p{Script=Han}/u.test(said.at(-1) ?? "")
    ? chineseEndings.find(([ending]) => name.endsWith(ending.toLowerCase()))?.[1]
    : undefined
}
