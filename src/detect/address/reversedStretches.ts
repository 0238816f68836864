import type { FoldedText } from "../../text/FoldedText.ts"
import { isPostOffice } from "./postOffices.ts"
import type { SpacedStretch } from "./spacedStretches.ts"

/** Reversed top-level domains. */
export const reversedTops: ReadonlyArray<string> = ["ur", "moc", "gro", "ten", "фр", "ур", "мок"]

/** A host or mailbox written backwards: "ur.liam@akvok". */
const reversedAddress = new RegExp(
  `(?:^|[\\s(«"':])((?:${reversedTops.join("|")})\\.[\\p{L}\\d_.-]{2,40}(?:@[\\p{L}\\d_.-]{2,40})?)`,
  "gu"
)

/** Words that ask the reader to read backwards. */
const fromTheEnd =
  /наоборот|задом|справа налево|с конца|перев[её]р|зеркал|обратн|шиворот|backward|revers|right to left|tersten|sondan|teskari|соңынан|倒着|倒过来|反过来/u

/** Addresses written backwards, reversed; sites only if words ask to read backwards. */
export const reversedStretches = (folded: FoldedText): ReadonlyArray<SpacedStretch> => {
  const { text } = folded
  const found: Array<SpacedStretch> = []
  let asked: boolean | undefined
  for (const match of text.matchAll(reversedAddress)) {
    const written = match[1] ?? ""
    const compact = [...written].reverse().join("")
    const office = /@([\p{L}\d-]+)\./u.exec(compact)?.[1]
    if (office === undefined || !isPostOffice(office)) {
      asked ??= fromTheEnd.test(text)
      if (!asked) continue
    }
    const begin = (match.index ?? 0) + match[0].length - written.length
    const end = begin + written.length
    found.push({
      compact: { original: compact, text: compact },
      rangeOf: (range) => ({ start: end - range.end, end: end - range.start })
    })
  }
  return found
}
