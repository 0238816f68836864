import type { Draft } from "../../domain/Draft.ts"
import { findHoles } from "./findHoles.ts"
import { looseHoles } from "./looseHoles.ts"
import { everySyntax } from "./PlaceholderSyntax.ts"

/** Braces of any kind, and footnotes and references of Markdown, which lead to another place of the file. */
const sign = /[{}]|\[\^|\]\[/

/** Whether a text holds what is filled in when it is sent, or anything that looks like it, however placeholders are said to be written. */
export const mayBeFilled = ({ text, holes }: Pick<Draft, "text" | "holes">): boolean =>
  holes.length > 0 ||
  sign.test(text) ||
  findHoles(text, everySyntax).length > 0 ||
  looseHoles(text, everySyntax, []).length > 0
