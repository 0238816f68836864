import { contactRanges } from "../../engine/masking/contactRanges.ts"
import { hideRanges } from "../../engine/masking/hideRanges.ts"
import { readMessage } from "../../engine/message/MessageReading.ts"

/** A path of keys ("orders.delayed[2]") is no text, although a part of it may look like a host. */
const keyPath = /^[\w$.:/[\]-]*$/

const telling = /\d{7}/

/** A draft's key as it may be shown: the key of a translation is the text to translate, and may hold a contact. */
export const shownKey = (key: string, region: string): string =>
  keyPath.test(key) && !telling.test(key) ? key : hideRanges(key, contactRanges(readMessage(key, region), undefined))
