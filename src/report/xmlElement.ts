import { visibleText } from "../text/visibleText.ts"

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;"
}

/**
 * Escapes text for an element or attribute of XML 1.0. Characters that XML does not allow even escaped (control
 * characters, lone surrogates, U+FFFE, U+FFFF: https://www.w3.org/TR/xml/#charsets) are replaced by visible ones.
 */
export const xmlText = (text: string): string =>
  visibleText(text)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)

/** An opening or empty tag with escaped attributes. */
export const xmlTag = (name: string, attributes: Readonly<Record<string, string | number>>, end: ">" | "/>"): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join("")}${end}`

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
