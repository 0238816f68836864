import { hideContacts } from "../../engine/masking/hideContacts.ts"

/** A text that stands in for what is missing, in quotation marks. */
const literal = /(["'])[^"']{2,}\1/g

const mask = "$1•••$1"

/**
 * A placeholder as it may be shown: `{{ phone | default: "…" }}` holds the contact itself, and not always in a form that is told for one, so
 * that the texts in quotation marks are hidden as well.
 */
export const shownHole = (written: string, region: string): string =>
  hideContacts(written.replace(literal, mask), region)
