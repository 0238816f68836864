import type { Draft, Hole } from "../../domain/Draft.ts"
import { type ContactRule, contactRules, ruleOfName } from "./ruleOfName.ts"

/** What a shop has settled of its placeholders: patterns of names, with `*` for any letters. */
export type HoleSettings = Readonly<Partial<Record<ContactRule | "safe", ReadonlyArray<string>>>>

/** Names the rule that a hole breaks; undefined for one that is filled with no contact. */
export type HoleJudge = (draft: Draft, hole: Hole) => ContactRule | undefined

/** Top levels behind a hole make it a host: `{shop}.ru`. */
const hostEnding = /^\.(?:ru|рф|com|net|org|su|by|kz|uz|me|shop|store|online|site|info|pro)(?![\p{L}\p{N}.-])/iu

/** The rule that the text around a hole speaks of, whatever its name. */
const ruleOfSurroundings = (text: string, { start, end }: Hole): ContactRule | undefined => {
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 12)
  if (/(?:^|[^a-z])tel:\+?$/i.test(before)) return "phone-number"
  if (/mailto:$/i.test(before) || /[\p{L}\p{N}]@$/u.test(before) || /^@[\p{L}\p{N}{]/u.test(after))
    return "email-address"
  return /:\/\/$/.test(before) || hostEnding.test(after) ? "outbound-link" : undefined
}

/** `*` stands for any letters; everything else for itself, whatever its case. */
const nameMatcher = (patterns: ReadonlyArray<string> = []): ((name: string) => boolean) => {
  const parts = patterns.map((pattern) => pattern.toLowerCase().split("*"))
  return (name) => parts.some((wanted) => isInOrder(name.toLowerCase(), wanted))
}

/** Whether a name is made of the parts with anything between them. */
const isInOrder = (name: string, parts: ReadonlyArray<string>): boolean => {
  const first = parts[0] ?? ""
  if (parts.length === 1) return name === first
  const last = parts.at(-1) ?? ""
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false
  let position = first.length
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, position)
    if (found < 0) return false
    position = found + part.length
  }
  return position <= name.length - last.length
}

/** Judges holes by what is settled, then by their names, then by what stands around them. */
export const holeJudge = (settings: HoleSettings): HoleJudge => {
  const isSafe = nameMatcher(settings.safe)
  const declared = contactRules.map((rule) => ({ rule, names: nameMatcher(settings[rule]) }))
  return ({ text }, hole) => {
    if (hole.name !== "" && isSafe(hole.name)) return undefined
    const found = hole.name === "" ? undefined : declared.find(({ names }) => names(hole.name))
    return found?.rule ?? ruleOfName(hole.name) ?? ruleOfSurroundings(text, hole)
  }
}
