import type { parse } from "tldts"

/** What the public suffix list says of a host. */
type Site = ReturnType<typeof parse>

/** Top levels under which shops have their sites and which are no words that could begin a sentence. */
const everyday = new Set(
  "ru xn--p1ai xn--80ao21a su com net org by kz uz ua kg tj am ge az ee lv lt de fr uk pl cn tr eu biz com.tr com.cn com.ua co.uk".split(
    " "
  )
)

/** Top levels that are words: a missing blank after a full stop makes a "host" of them too ("in stock.no worries", "работает.онлайн"). */
const words = new Set(
  (
    "info pro top xyz co shop store online site website club space art life live world today team market sale moscow express help " +
    "love men win one name app dev io link click page blog cloud tech games media group guru expert fun " +
    "xn--80asehdb xn--80aswg xn--d1acj3b xn--80adxhks xn--p1acf xn--c1avg xn--j1aef xn--90ais xn--j1amh"
  ).split(" ")
)

/** Those among them with which hardly a sentence begins after a Latin word: "woollyfox.shop". */
const ofShops = new Set(
  "co shop store online site website club space market sale top xyz tech cloud app dev click blog express media io".split(
    " "
  )
)

const latinName = /^[a-z]{4,}$/

/** Top levels that are endings of file names first of all; a bare "manual.md" is a file. */
const fileEndings = new Set("md zip mov sh py pl rs ps ai cc so".split(" "))

/** Those among them under which sites are as common as files. */
const siteEndings = new Set("ai cc so".split(" "))

/** What files are called, whatever is behind the dot: "readme.co", "setup.app". */
const fileNames = new Set(
  "readme changelog license licence makefile dockerfile install setup config index package manifest manual version screenshot".split(
    " "
  )
)

/**
 * How surely a bare host ("shop.ru", no scheme, no path) is an address that somebody is sent to. `written` is the host as it
 * stands in the original text: letters of both cases tell a missing blank ("Готово.Завтра", "жасайды.AQ"). `island` tells that it is in
 * Latin letters among words of others, where hardly a blank is missing.
 */
export const hostForm = (written: string, site: Site, island: boolean): number => {
  const suffix = site.publicSuffix ?? ""
  const writtenTop = written.slice(written.lastIndexOf(".") + 1)
  const writtenName = written.slice(0, written.lastIndexOf("."))
  if (looksLikeSentenceJoint(writtenName, writtenTop)) return 0.2
  if (everyday.has(suffix)) return 0.85
  // "user_name.length" is of a program, "kovka_dom.shop" hardly.
  if (writtenName.includes("_")) return ofShops.has(suffix) && /^[a-z_-]{6,}$/i.test(writtenName) ? 0.7 : 0.2
  const built = /[-\d]/.test(writtenName) || isMixed(writtenName) || (site.subdomain ?? "") !== ""
  if (fileEndings.has(suffix)) return built && siteEndings.has(suffix) ? 0.7 : 0.1
  if (fileNames.has(writtenName.toLowerCase())) return 0.1
  const named = latinName.test(writtenName)
  if (words.has(suffix)) return built ? 0.85 : named && (island || ofShops.has(suffix)) ? 0.7 : 0.4
  if (named && island && suffix.length > 3) return 0.7
  return built ? 0.6 : 0.3
}

/** "Готово.Завтра" and "еді.Bosch" are two sentences, "жасайды.AQ" too; "SHOP.RU" and "Shop.Ru" are written by one hand. */
const looksLikeSentenceJoint = (name: string, top: string): boolean => {
  const topCapital = isCapital(top.charAt(0))
  if (!topCapital) return false
  const topShouts = top.length > 1 && isCapital(top.charAt(1))
  // "E.COM" is a terminal of a board.
  if (topShouts && name.length === 1) return true
  // "kovka-dom.RU" is one name, "жасайды.AQ" and "guide.RU" are none.
  if (topShouts)
    return name !== name.toUpperCase() && !(/^[a-z\d]+-[a-z\d-]+$/.test(name) && /^(RU|COM|NET)$/.test(top))
  return !isCapital(name.charAt(0)) || scriptOf(name) !== scriptOf(top) || !/^(ru|рф|com|net|org)$/i.test(top)
}

/** "mоloko": look-alike letters among Latin ones. */
const isMixed = (name: string): boolean => /[a-z][а-яё]|[а-яё][a-z]/i.test(name)

const isCapital = (character: string): boolean => character !== character.toLowerCase()

const scriptOf = (text: string): "cyrillic" | "other" => (/\p{Script=Cyrillic}/u.test(text) ? "cyrillic" : "other")
