import { hideContacts } from "../../engine/masking/hideContacts.ts"

/** A path of keys ("orders.delayed[2]"), parts of which may look like hosts. Addresses would have a slash. */
const keyPath = /^[\w$.:[\]-]*$/

const possibleNumber = /\d{7}/

/** A draft's key with contacts masked: the key of a translation is the original text. */
export const shownKey = (key: string, region: string): string =>
  keyPath.test(key) && !possibleNumber.test(key) ? key : hideContacts(key, region)
