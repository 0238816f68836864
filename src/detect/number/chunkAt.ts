import {
  cyrillicBit,
  digitBit,
  greekBit,
  kindAt,
  kindOf,
  latinBit,
  letterBit,
  widthAt
} from "../../text/characterKinds.ts"
import { isApostrophe, isDigitStroke, isLongDash } from "./numberSigns.ts"

/** A sequence without blanks of letters, digits, strokes that stand for digits, and apostrophes among letters. */
export interface Chunk {
  readonly end: number
  readonly digits: number
  readonly letters: number
  /** Whether it mixes scripts. */
  readonly mixed: boolean
}

const scriptBits = latinBit | cyrillicBit | greekBit

/** The chunk of a folded text that starts at `start`. */
export const chunkAt = (text: string, start: number): Chunk => {
  let end = start
  let digits = 0
  let letters = 0
  let kinds = 0
  while (end < text.length) {
    const unit = text.charCodeAt(end)
    const kind = kindAt(text, end)
    if (kind & digitBit) {
      digits += 1
      end += 1
    } else if (isLongDash(text, end)) {
      break
    } else if (kind & letterBit) {
      letters += 1
      kinds |= kind & scriptBits
      end += widthAt(text, end)
    } else if (unit === 0x7c && isDigitStroke(text, end)) {
      letters += 1
      end += 1
    } else if (isApostrophe(unit) && letters > 0 && (kindOf(text.charCodeAt(end + 1)) & letterBit) !== 0) end += 1
    // "vosem' devyat'": the transliterated soft sign.
    else if (
      isApostrophe(unit) &&
      digits === 0 &&
      letters > 2 &&
      kinds === latinBit &&
      text.charCodeAt(end + 1) === 0x20
    )
      end += 1
    else break
  }
  const scripts = kinds & scriptBits
  return { end, digits, letters, mixed: (scripts & (scripts - 1)) !== 0 }
}
