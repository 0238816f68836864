/**
 * What a phrase may ask for in braces: `{handle}` is a name behind an @, `{account}` any name that only an account has
 * ("shop_msk", "kbd_help#1234") or a handle.
 */
export const contactKinds = ["phone", "link", "email", "card", "handle", "account"] as const
export type ContactKind = (typeof contactKinds)[number]

/** A contact of one of these kinds in a folded text; `end` exclusive. */
export interface ContactRange {
  readonly kind: ContactKind
  readonly start: number
  readonly end: number
}
