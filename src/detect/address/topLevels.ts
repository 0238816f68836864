import { parse } from "tldts"
import { undisguise } from "../../text/undisguise.ts"

const known = new Map<string, boolean>()

/** Whether a label is a top-level domain in the public suffix list, in its own script. */
export const isTop = (label: string): boolean => {
  if (label.length < 2 || label.length > 24) return false
  const seen = known.get(label)
  if (seen !== undefined) return seen
  const { isIcann, publicSuffix } = parse(`example.${label}`)
  const top = isIcann === true && publicSuffix !== "" && !/^\d/.test(label)
  // The cache is limited because the texts are untrusted.
  if (known.size < mostKept) known.set(label, top)
  return top
}

const mostKept = 4096

/** Top-level domains with look-alike letters: "сом" and "соm" are "com". */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries({ сом: "com", cом: "com", сoм: "com", соm: "com", coм: "com", c0m: "com", с0м: "com" })
)

/** A top-level domain as typed, with look-alike letters replaced. */
export const typedTop = (label: string): string => {
  const known = lookAlikes.get(label)
  if (known !== undefined) return known
  if (label.length > longestDisguised || !/[a-z]/.test(label) || !/[а-я]/.test(label)) return label
  const latin = latinLooks(label)
  if (isTop(latin)) return latin
  // "oнлайн": a Cyrillic top-level domain with a Latin letter.
  const cyrillic = undisguise(label)
  return isTop(cyrillic) ? cyrillic : latin
}

/** The maximum length of a disguised top-level domain. */
const longestDisguised = 7

const looks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: "a",
    в: "b",
    е: "e",
    к: "k",
    м: "m",
    н: "h",
    о: "o",
    р: "p",
    с: "c",
    т: "t",
    у: "y",
    х: "x",
    п: "n",
    г: "r",
    и: "u"
  })
)

const latinLooks = (label: string): string => [...label].map((letter) => looks.get(letter) ?? letter).join("")

/** Top-level domains that indicate an address even if the dot before them is written unusually. */
const trusted = new Set(
  (
    "ru рф su com net org kz by uz ua kg tj am ge az ee lv lt de fr uk pl cn tr eu biz info pro shop store online site website " +
    "онлайн сайт москва рус дети орг ком бел қаз укр club top moscow io xyz space market app tv cc link express icu vip"
  ).split(" ")
)

/** Whether a top-level domain indicates an address even if the dot before it is written unusually. */
export const isTrustedTop = (label: string): boolean => trusted.has(label)

/** Those of them that are neither words nor file extensions in any of the languages. */
const sure = new Set("ru рф su com org kz uz ua".split(" "))

/** Whether a top-level domain has no other meaning in any of the languages. */
export const isSureTop = (label: string): boolean => sure.has(label)

/** Top-level domains before which a blank may stand for the dot if words direct someone there: "гуглите пчёлкин ру". */
export const dotlessTops: ReadonlySet<string> = new Set("ru com org kz uz рф ру ком орг".split(" "))

/** Whether a blank may stand for the dot before a top-level domain. */
export const isDotlessTop = (label: string): boolean => dotlessTops.has(label)

/** Words that precede "ru" and "com" in other contexts, and the marketplace itself. */
const unlikeNames = new Set(
  (
    "сайт сайта сайте сайты версия версию версии язык языка языке домен домена домене доменом домену зона зоне порт порта порту меню код раскладка " +
    "маркет маркета маркете market яндекс яндекса яндексе yandex site website version language domain zone port menu"
  ).split(" ")
)

/** Whether a word before "ru" or "com" refers to something other than a site. */
export const isUnlikeName = (word: string): boolean => unlikeNames.has(word)

/** Hosts of messengers and shorteners whose top-level domains are words or rare elsewhere. */
const knownHosts = new Set(
  "t.me т.me т.ме wa.me telegram.me tg.me m.me bit.ly cutt.ly t.ly is.gd u.to goo.gl t.co vk.cc ya.cc clck.ru youtu.be rb.gy yadi.sk".split(
    " "
  )
)

/**
 * The top-level domains of those hosts before which a blank may stand for the dot if a page follows: "t me/kovka",
 * "youtu be/kovka".
 */
export const topsBeforePages: ReadonlyArray<string> = ["me", "be", "ly", "cc", "gl", "co", "gd", "gy", "sk"]

/** Whether a label is one of `topsBeforePages`. */
export const isTopBeforePage = (label: string): boolean => topsBeforePages.includes(label)

/** Whether a name and a top-level domain form one of those hosts. */
export const isKnownHost = (name: string, top: string): boolean => knownHosts.has(`${name}.${top}`)

/** Sites known by their names. */
const knownSites = new Set(
  "vk youtube instagram taplink discord telegram facebook ozon avito wildberries google aliexpress pinterest tiktok dzen rutube ok twitch".split(
    " "
  )
)

/** Whether a site is known by its name alone. */
export const isKnownSite = (name: string): boolean => knownSites.has(name)

/** Words before "dot" that do not name a site. */
const articles = new Set(
  "the a an this that and or put add type insert polka эта эту эти наша наш ваша каждая любая это тг".split(" ")
)

/** Whether a word before "dot" does not name a site. */
export const isArticle = (word: string): boolean => articles.has(word)

/** Words before "at" that do not name a mailbox. */
const usual = new Set(
  (
    "the a an this that and or polka us me it here is are be look find found available shop order buy see visit site website store " +
    "reviews review photos photo catalog catalogue details guide guides manual manuals firmware instructions prices price video videos " +
    "sizes size colors colours available more everything all rest docs download products range collection " +
    "page down up over out only now at on in to for of with by эта эту эти наша наш ваша каждая любая это тг tg telegram телеграм " +
    "телеграмм inst insta instagram инст инста ig vk вк тик tiktok viber вайбер ник nick канал группа"
  ).split(" ")
)

/** Whether a word before "at" does not name a mailbox. */
export const isUsualWord = (word: string): boolean => usual.has(word)

/** Common names of shops' mailboxes. */
const mailboxes = new Set(
  (
    "info sales support care office admin contact contacts help service hello mail manager zakaz post team hr pr director " +
    "destek iletisim iletişim bilgi muhasebe satis satış musteri müşteri servis magaza mağaza yardim buxgalter savdo xizmat"
  ).split(" ")
)

/** Whether a name is common for shops' mailboxes. */
export const isMailbox = (name: string): boolean => mailboxes.has(name)
