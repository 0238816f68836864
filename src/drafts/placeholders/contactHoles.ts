import type { Draft, Hole } from "../../domain/Draft.ts"
import { type ContactRule, contactRules, ruleOfName } from "./ruleOfName.ts"

/** A shop's configuration of its placeholders: patterns of names, in which `*` matches any characters. */
export type HoleSettings = Readonly<Partial<Record<ContactRule | "safe", ReadonlyArray<string>>>>

/** Determines which rule a placeholder breaks; undefined if it is not filled with a contact. */
export type HoleJudge = (draft: Draft, hole: Hole) => ContactRule | undefined

/** A top-level domain after a placeholder makes it a host: `{shop}.ru`. */
const hostEnding = /^\.(?:ru|рф|com|net|org|su|by|kz|uz|me|shop|store|online|site|info|pro)(?![\p{L}\p{N}.-])/iu

/** The rule according to the text around a placeholder, regardless of its name. */
const ruleOfSurroundings = (text: string, { start, end }: Hole): ContactRule | undefined => {
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 12)
  if (/(?:^|[^a-z])tel:\+?$/i.test(before)) return "phone-number"
  if (/mailto:$/i.test(before) || /[\p{L}\p{N}]@$/u.test(before) || /^@[\p{L}\p{N}{]/u.test(after))
    return "email-address"
  return /:\/\/$/.test(before) || hostEnding.test(after) ? "outbound-link" : undefined
}

/** Makes a case-insensitive matcher for names, in which `*` matches any characters. */
const nameMatcher = (patterns: ReadonlyArray<string> = []): ((name: string) => boolean) => {
  const parts = patterns.map((pattern) => pattern.toLowerCase().split("*"))
  return (name) => parts.some((wanted) => isInOrder(name.toLowerCase(), wanted))
}

/** Whether a name consists of the parts, in order, with anything between them. */
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

/** Judges placeholders by the configuration, then by their names, then by the surrounding text. */
export const holeJudge = (settings: HoleSettings): HoleJudge => {
  const isSafe = nameMatcher(settings.safe)
  const declared = contactRules.map((rule) => ({ rule, names: nameMatcher(settings[rule]) }))
  return ({ text }, hole) => {
    if (hole.name !== "" && isSafe(hole.name)) return undefined
    const found = hole.name === "" ? undefined : declared.find(({ names }) => names(hole.name))
    return found?.rule ?? ruleOfName(hole.name) ?? ruleOfSurroundings(text, hole)
  }
}
