import { letterNamed } from "./letterNames.ts"
import { isTrustedTop } from "./topLevels.ts"

/** Spoken Cyrillic names of top-level domains. */
const spokenTops = new Map<string, string>(
  Object.entries({
    ру: "ru",
    ком: "com",
    нет: "net",
    нэт: "net",
    орг: "org",
    инфо: "info",
    су: "su",
    уа: "ua",
    юа: "ua",
    кз: "kz",
    онлайн: "online",
    сайт: "site",
    стор: "store",
    топ: "top",
    клаб: "club",
    кейзет: "kz",
    бай: "by",
    юз: "uz",
    уз: "uz",
    шоп: "shop",
    про: "pro",
    ми: "me",
    мэ: "me",
    ме: "me",
    kom: "com",
    гг: "gg",
    ио: "io",
    тв: "tv",
    тиви: "tv",
    ли: "ly",
    сс: "cc",
    гле: "gle",
    линк: "link",
    био: "bio",
    хаус: "house",
    бел: "by",
    биз: "biz",
    апп: "app"
  })
)

export const spokenTop = (label: string): string | undefined => spokenTops.get(label)

/** Whether a label may stand for a top-level domain, typed or spoken. */
export const maySpellTop = (label: string): boolean => isTrustedTop(label) || spokenTop(label) !== undefined

/** The top-level domain that words after a dot form together, if any: "эр у", "си о эм", "r u". */
export const topOfPieces = (pieces: ReadonlyArray<string>): string | undefined => {
  const written = pieces.join("")
  if (maySpellTop(written)) return written
  const typed = pieces.map((piece) => letterNamed(piece) ?? piece).join("")
  if (typed === "rf") return "рф"
  return pieces.length > 1 && isTrustedTop(typed) ? typed : undefined
}
