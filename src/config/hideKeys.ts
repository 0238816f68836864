/** How the marketplace's keys look, and Yandex's OAuth tokens. */
const keys = /ACMA:[^\s"'«»]+|\by\d_[\w-]{16,}/g

/** Takes out of a text what looks like a key: a mistake in a file is quoted, and a key may stand where none belongs. */
export const hideKeys = (text: string): string => text.replaceAll(keys, "•••")
