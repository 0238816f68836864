import type { AddressToken } from "./AddressToken.ts"
import { type SignRole, signRoleOf } from "./spelledSigns.ts"

/** Spelled signs attached by hyphens or underscores: "shop-точка-ру", "shop_dot_ru". */
const tiedSign = /[-_](точка|точку|тчк|дот|dot|tochka|собака|собачка|гав|sobaka|sobachka|эт|at|слэш|слеш|slash)[-_]/

/** A spelled dot attached to the top-level domain after it: "точка-ру". */
const openingSign = /^(точка|точкой|тчк|дот|dot|tochka)[-_](?=(?:ru|com|net|org|рф|ру|ком|орг|инфо|онлайн)$)/

/** Signs written without separators between names: "ivanсобакаmail", "теплицаточкару". */
const gluedAt = /(?:собак[ауи]|собачк[ауи]|сабака|sobaka)(?=.)/
const gluedDot = /(?:точк[ау]|тчк)(?=(?:ru|com|рф|ру|ком|орг|org|net)$)/

/** "remont77ATgmailDOTcom": folding loses the capitals that set the signs apart, so a mail provider has to follow. */
const gluedLatin = /(at)(?=(?:gmail|mail|yandex|rambler|outlook|hotmail|inbox|yahoo)(?:dot)?(?:ru|com)$)/
const gluedLatinDot = /(dot)(?=(?:ru|com|net|org)$)/

/** A spelled dot without blanks before a top-level domain at the end of a word, in either case: "теплицаточкару". */
export const gluedEnd = /(?:точк[ау]|тчк|dot)(?:ru|com|net|org|рф|ру|ком|орг)$/i

/** A shorter word is too short for a name and a sign without separators. */
const shortestGlued = 8

/** A shorter word contains no sign at all: "a-at-b" has an attached one, "aтчкru" one without separators. */
const shortestWithSign = 5

/**
 * Adds the tokens of a word without blanks: one label, or several with signs between them. The word is read sign by
 * sign, because it may contain thousands.
 */
export const pushLabel = (tokens: Array<AddressToken>, word: string, from: number): void => {
  const push = (value: string, start: number, role: SignRole | undefined): void => {
    tokens.push({ kind: "label", value, role, start, end: start + value.length })
  }
  let value = word
  let start = from
  /** Once no attached sign was found, none is left in the rest of the word. */
  let mayBeTied = true
  while (true) {
    // As in "_точка_" and "kover-dom_._ru".
    if (value.startsWith("_") || value.endsWith("_")) {
      const bare = value.replace(/^_+/, "")
      const inner = withoutUnderscores(bare)
      if (inner !== "") {
        start += value.length - bare.length
        value = inner
      }
    }
    const opening = value.length < shortestWithSign ? undefined : openingSign.exec(value)?.[1]
    if (opening !== undefined) {
      push(opening, start, signRoleOf(opening))
      start += opening.length + 1
      value = value.slice(opening.length + 1)
      continue
    }
    const tied: RegExpExecArray | null = mayBeTied && value.length >= shortestWithSign ? tiedSign.exec(value) : null
    mayBeTied = tied !== null
    const sign = tied !== null && tied.index > 0 ? tied : gluedSign(value)
    if (sign === null || sign.index === 0) {
      push(value, start, signRoleOf(value))
      return
    }
    const name = sign[1] ?? sign[0]
    push(value.slice(0, sign.index), start, undefined)
    tokens.push({
      kind: "label",
      value: name,
      role: signRoleOf(name),
      start: start + sign.index,
      end: start + sign.index + sign[0].length
    })
    const next = sign.index + sign[0].length
    start += next
    value = value.slice(next)
  }
}

/** A word without trailing underscores. */
const withoutUnderscores = (word: string): string => {
  let end = word.length
  while (end > 0 && word.charCodeAt(end - 1) === 0x5f) end -= 1
  return word.slice(0, end)
}

const gluedSign = (value: string): RegExpExecArray | null => {
  if (value.length < shortestWithSign || (value.length < shortestGlued && !/точк|тчк|dot/.test(value))) return null
  return gluedAt.exec(value) ?? gluedDot.exec(value) ?? gluedLatin.exec(value) ?? gluedLatinDot.exec(value)
}
