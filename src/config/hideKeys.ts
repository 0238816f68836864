/** The forms of the marketplace's keys and of Yandex's OAuth tokens. */
const keys = /ACMA:[^\s"'«»]+|\by\d_[\w-]{16,}/g

/** Masks text that looks like a key. Errors quote mistakes in a file, and a key may be in the wrong place. */
export const hideKeys = (text: string): string => text.replaceAll(keys, "•••")
