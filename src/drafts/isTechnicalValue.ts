import type { KeyPath } from "./keyPath.ts"

/** Keys whose one-word values are technical: names of types and icons, addresses of schemas and packages. */
const technicalKey =
  /^(?:\$.*|_.*|@(?:context|type|id)|xmlns(?::.*)?|id|uuid|key|type|kind|format|version|lang|language|locale|icon|image|img|src|color|colour|class|classname|style|schema|ref|encoding|charset|license|repository|homepage|registry|resolved|integrity|module|package)$/i

/** Keys whose values are locations, either of a page that a buyer may open or of a file that a program reads. */
const addressKey = /^(?:urls?|uri|href)$/i
const fileKey = /^(?:path|file|filename)$/i

/** Words for things whose address is not shown to buyers: images, endpoints, and origins and authors of packages. */
const unseenOwner =
  /^(?:icons?|images?|img|pictures?|pics?|photos?|avatars?|logos?|thumbnails?|thumbs?|covers?|posters?|backgrounds?|favicons?|stickers?|webhooks?|api|base|endpoints?|servers?|proxy|database|schema|repository|repo|registry|bugs|license|authors?|contributors?|maintainers?|funding)$/i

/** Extensions of files that a page or a program loads. */
const loadedFile =
  /^(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|mp3|mp4|ogg|webm|css|m?js|map|json|xsd|woff2?|ttf|otf|tgz|gz|whl|git)$/i

/** Splits "image_url" and "imageUrl" into words. */
const wordsOf = (key: string): ReadonlyArray<string> =>
  key.split(/[\s_.-]|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== "")

/** Whether an address is that of a file to load, not to open: "https://cdn.shop.ru/banner.png?v=2". */
const isOfLoadedFile = (address: string): boolean => {
  const end = address.search(/[?#]/)
  const place = end < 0 ? address : address.slice(0, end)
  const path = place.indexOf("/", place.indexOf("//") < 0 ? 0 : place.indexOf("//") + 2)
  return path >= 0 && loadedFile.test(place.slice(Math.max(place.lastIndexOf("."), path) + 1))
}

/** Whether an address is not a file path: "https://…", "tel:…", "//cdn…". */
const leadsOut = (address: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/|www\.)/i.test(address)

/**
 * Whether a one-word value is technical according to its keys. An address that is offered to the buyer is not:
 * `{"text": "Наш канал", "url": "https://t.me/shop"}` is a button.
 */
export const isTechnicalValue = (path: KeyPath, value: string): boolean => {
  const [name, owner] = path.filter((step) => typeof step === "string").toReversed()
  if (name === undefined) return false
  if (technicalKey.test(name)) return true
  if (fileKey.test(name)) return !leadsOut(value) || isOfLoadedFile(value)
  const words = wordsOf(name)
  if (!addressKey.test(words.at(-1) ?? "")) return false
  const owners = words.length > 1 ? words.slice(0, -1) : [owner ?? ""]
  return owners.some((word) => unseenOwner.test(word)) || isOfLoadedFile(value)
}
