import type { Draft } from "../../domain/Draft.ts"
import { findHoles } from "./findHoles.ts"
import { looseHoles } from "./looseHoles.ts"
import { everySyntax } from "./PlaceholderSyntax.ts"

/** Braces, and Markdown footnotes and references, which refer to another part of the file. */
const sign = /[{}]|\[\^|\]\[/

/** Whether a text contains a placeholder or anything that looks like one, in any syntax, configured or not. */
export const mayBeFilled = ({ text, holes }: Pick<Draft, "text" | "holes">): boolean =>
  holes.length > 0 ||
  sign.test(text) ||
  findHoles(text, everySyntax).length > 0 ||
  looseHoles(text, everySyntax, []).length > 0
