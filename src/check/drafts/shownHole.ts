import { hideContacts } from "../../engine/masking/hideContacts.ts"

/** A quoted text, such as the default of a placeholder. */
const literal = /(["'])[^"']{2,}\1/g

const mask = "$1•••$1"

/**
 * A placeholder with contacts masked. `{{ phone | default: "…" }}` contains the contact itself, not always in a
 * detectable form, so quoted texts are masked as well.
 */
export const shownHole = (written: string, region: string): string =>
  hideContacts(written.replace(literal, mask), region)
