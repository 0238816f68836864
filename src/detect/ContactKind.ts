/**
 * The kinds of contact that a phrase can require in braces. `{handle}` is a name after an @; `{account}` is any name
 * typical of accounts ("shop_msk", "kbd_help#1234"), including handles.
 */
export const contactKinds = ["phone", "link", "email", "card", "handle", "account"] as const
export type ContactKind = (typeof contactKinds)[number]

/** A contact of a folded text; `end` is exclusive. */
export interface ContactRange {
  readonly kind: ContactKind
  readonly start: number
  readonly end: number
}
