import { hideContacts } from "../../engine/masking/hideContacts.ts"

/** A path of keys ("orders.delayed[2]") is no text, although a part of it may look like a host. A slash stands in addresses. */
const keyPath = /^[\w$.:[\]-]*$/

const telling = /\d{7}/

/** A draft's key as it may be shown: the key of a translation is the text to translate, and may hold a contact. */
export const shownKey = (key: string, region: string): string =>
  keyPath.test(key) && !telling.test(key) ? key : hideContacts(key, region)
