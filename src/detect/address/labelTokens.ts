import type { AddressToken } from "./AddressToken.ts"
import { type SignRole, signRoleOf } from "./spelledSigns.ts"

/** "shop-точка-ру" and "shop_dot_ru": spelled signs tied on with hyphens. */
const tiedSign = /[-_](точка|точку|тчк|дот|dot|tochka|собака|собачка|гав|sobaka|sobachka|эт|at|слэш|слеш|slash)[-_]/

/** "точка-ру": a spelled dot tied to the top level after it. */
const openingSign = /^(точка|точкой|тчк|дот|dot|tochka)[-_](?=(?:ru|com|net|org|рф|ру|ком|орг|инфо|онлайн)$)/

/** What a name has on both sides of a sign that is glued to it: "ivanсобакаmail", "теплицаточкару". */
const gluedAt = /(?:собак[ауи]|собачк[ауи]|сабака|sobaka)(?=.)/
const gluedDot = /(?:точк[ау]|тчк)(?=(?:ru|com|рф|ру|ком|орг|org|net)$)/

/** "remont77ATgmailDOTcom": capitals that tell the signs are gone when a text is folded, so a post office has to follow. */
const gluedLatin = /(at)(?=(?:gmail|mail|yandex|rambler|outlook|hotmail|inbox|yahoo)(?:dot)?(?:ru|com)$)/
const gluedLatinDot = /(dot)(?=(?:ru|com|net|org)$)/

/** A spelled dot without blanks before a top level at the end of a word, in small letters or in capitals: "теплицаточкару". */
export const gluedEnd = /(?:точк[ау]|тчк|dot)(?:ru|com|net|org|рф|ру|ком|орг)$/i

/** Shorter words hold no sign beside a name. */
const shortestGlued = 8

/** Shorter words hold no sign at all: "a-at-b" is tied, "aтчкru" is glued. */
const shortestWithSign = 5

/** Adds the tokens of a word without blanks: one label, or several with the signs between them. Sign by sign, since a word may hold thousands. */
export const pushLabel = (tokens: Array<AddressToken>, word: string, from: number): void => {
  const push = (value: string, start: number, role: SignRole | undefined): void => {
    tokens.push({ kind: "label", value, role, start, end: start + value.length })
  }
  let value = word
  let start = from
  /** What holds no tied sign holds none behind its first part either. */
  let mayBeTied = true
  while (true) {
    // "_точка_", "kover-dom_._ru"
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
    const sign = tied !== null && tied.index > 0 ? tied : value.length < shortestWithSign ? null : gluedSign(value)
    if (sign === null || sign.index === 0) {
      push(value, start, signRoleOf(value))
      return
    }
    const said = sign[1] ?? sign[0]
    push(value.slice(0, sign.index), start, undefined)
    tokens.push({
      kind: "label",
      value: said,
      role: signRoleOf(said),
      start: start + sign.index,
      end: start + sign.index + sign[0].length
    })
    const next = sign.index + sign[0].length
    start += next
    value = value.slice(next)
  }
}

/** A word without the underscores at its end. */
const withoutUnderscores = (word: string): string => {
  let end = word.length
  while (end > 0 && word.charCodeAt(end - 1) === 0x5f) end -= 1
  return word.slice(0, end)
}

const gluedSign = (value: string): RegExpExecArray | null =>
  value.length < shortestGlued && !/точк|тчк|dot/.test(value)
    ? null
    : (gluedAt.exec(value) ?? gluedDot.exec(value) ?? gluedLatin.exec(value) ?? gluedLatinDot.exec(value))
