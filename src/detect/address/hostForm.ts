import type { parse } from "tldts"

/** The result of the public suffix list for a host. */
type Site = ReturnType<typeof parse>

/** Top-level domains common for shops that are not words with which a sentence could start. */
const everyday = new Set(
  "ru xn--p1ai xn--80ao21a su com net org by kz uz ua kg tj am ge az ee lv lt de fr uk pl cn tr eu biz com.tr com.cn com.ua co.uk".split(
    " "
  )
)

/**
 * Top-level domains that are words: a missing blank after a full stop also creates such a "host"
 * ("in stock.no worries", "работает.онлайн").
 */
const words = new Set(
  (
    "info pro top xyz co shop store online site website club space art life live world today team market sale moscow express help " +
    "love men win one name app dev io link click page blog cloud tech games media group guru expert fun " +
    "xn--80asehdb xn--80aswg xn--d1acj3b xn--80adxhks xn--p1acf xn--c1avg xn--j1aef xn--90ais xn--j1amh"
  ).split(" ")
)

/** Those of them that hardly start a sentence after a Latin word: "woollyfox.shop". */
const ofShops = new Set(
  "co shop store online site website club space market sale top xyz tech cloud app dev click blog express media io".split(
    " "
  )
)

const latinName = /^[a-z]{4,}$/

/** Top-level domains that are primarily file extensions: a bare "manual.md" is a file. */
const fileEndings = new Set("md zip mov sh py pl rs ps ai cc so".split(" "))

/** Those of them that are equally common for sites. */
const siteEndings = new Set("ai cc so".split(" "))

/** Usual names of files, regardless of what follows the dot: "readme.co", "setup.app". */
const fileNames = new Set(
  "readme changelog license licence makefile dockerfile install setup config index package manifest manual version screenshot".split(
    " "
  )
)

/**
 * How likely a bare host ("shop.ru", without scheme and path) is meant as an address. `written` is the host in the
 * original text, because letters of both cases reveal a missing blank ("Готово.Завтра", "жасайды.AQ"). `island` means
 * that it is Latin among Cyrillic words, where a blank is hardly missing.
 */
export const hostForm = (written: string, site: Site, island: boolean): number => {
  const suffix = site.publicSuffix ?? ""
  const writtenTop = written.slice(written.lastIndexOf(".") + 1)
  const writtenName = written.slice(0, written.lastIndexOf("."))
  if (looksLikeSentenceJoint(writtenName, writtenTop)) return 0.2
  if (everyday.has(suffix)) return 0.85
  // "user_name.length" is source code, "kovka_dom.shop" hardly.
  if (writtenName.includes("_")) return ofShops.has(suffix) && /^[a-z_-]{6,}$/i.test(writtenName) ? 0.7 : 0.2
  const built = /[-\d]/.test(writtenName) || isMixed(writtenName) || (site.subdomain ?? "") !== ""
  if (fileEndings.has(suffix)) return built && siteEndings.has(suffix) ? 0.7 : 0.1
  if (fileNames.has(writtenName.toLowerCase())) return 0.1
  const named = latinName.test(writtenName)
  if (words.has(suffix)) {
    if (built) return 0.85
    return named && (island || ofShops.has(suffix)) ? 0.7 : 0.4
  }
  if (named && island && suffix.length > 3) return 0.7
  return built ? 0.6 : 0.3
}

/**
 * Whether a blank is missing between two sentences: "Готово.Завтра", "еді.Bosch", "жасайды.AQ", but not "SHOP.RU" and
 * "Shop.Ru", whose parts are written alike.
 */
const looksLikeSentenceJoint = (name: string, top: string): boolean => {
  const topCapital = isCapital(top.charAt(0))
  if (!topCapital) return false
  const topShouts = top.length > 1 && isCapital(top.charAt(1))
  // "E.COM" is the terminal of a circuit board.
  if (topShouts && name.length === 1) return true
  // "kovka-dom.RU" is a host, "жасайды.AQ" and "guide.RU" are not.
  if (topShouts)
    return name !== name.toUpperCase() && !(/^[a-z\d]+-[a-z\d-]+$/.test(name) && /^(RU|COM|NET)$/.test(top))
  return !isCapital(name.charAt(0)) || scriptOf(name) !== scriptOf(top) || !/^(ru|рф|com|net|org)$/i.test(top)
}

/** Whether a name has Cyrillic look-alikes next to Latin letters: "mоloko". */
const isMixed = (name: string): boolean => /[a-z][а-яё]|[а-яё][a-z]/i.test(name)

const isCapital = (character: string): boolean => character !== character.toLowerCase()

const scriptOf = (text: string): "cyrillic" | "other" => (/\p{Script=Cyrillic}/u.test(text) ? "cyrillic" : "other")
