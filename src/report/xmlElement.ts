import { visibleText } from "../text/visibleText.ts"

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;"
}

/**
 * Text for an attribute or between tags of XML 1.0. Characters that no XML file may hold, escaped or not
 * (https://www.w3.org/TR/xml/#charsets: controls, lone surrogates, U+FFFE, U+FFFF), are shown as visible ones.
 */
export const xmlText = (text: string): string =>
  visibleText(text)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)

/** An opening tag; a number or a text for each attribute. */
export const xmlTag = (name: string, attributes: Readonly<Record<string, string | number>>, end: ">" | "/>"): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join("")}${end}`

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
