import { kindAt, kindOf, letterBit } from "../../text/characterKinds.ts"

const escapedAt = "%40"

/** In UTF-16 units. */
export const escapedAtLength = escapedAt.length

/** Whether a percent-encoded @ stands at `position`: "kovka%40mail.ru". */
export const isEscapedAt = (text: string, position: number): boolean =>
  text.startsWith(escapedAt, position) &&
  (kindOf(text.charCodeAt(position - 1)) & letterBit) !== 0 &&
  (kindAt(text, position + escapedAtLength) & letterBit) !== 0
