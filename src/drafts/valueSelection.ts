import { isTechnicalValue } from "./isTechnicalValue.ts"
import type { KeyPath } from "./keyPath.ts"

/** Says which values of a file with keys are messages. */
export interface ValueSelection {
  /** Whether the value at a path is one; `isText` tells a text from a number or another value. */
  readonly takes: (path: KeyPath, text: string, isText: boolean) => boolean
  /** Whether somebody said which keys hold messages, so that every file with keys has some. */
  readonly namesKeys: boolean
}

/** The key under which a file of JSON says what is not to be told of it. It is no message, whatever is selected. */
export const ignoreKey = "x-chatlint-ignore"

/** Every value, whatever it is for. */
export const everyValue: ValueSelection = { takes: () => true, namesKeys: false }

/** A number of so many digits may be one to dial or a card's; where its key says that it counts or names something, it is not. */
const contactNumber = /^\+?\d{10,19}$/
const countingWord =
  /^(?:id|ids|no|nr|number|code|sku|barcode|ean|inn|time|timestamp|date|at|ts|count|size|price|sum|total)$/i

/** "cardNumber" is no number of an order. */
const numberWord = /^(?:no|nr|number)$/i
const contactWord = /^(?:phones?|tel|telephone|mobile|cards?|pan|телефон\p{L}?|карт\p{L})$/iu

/** Whether a key says so by its last word: "orderId", "order_id" and "order id" end with "id". */
const counts = (key: string): boolean => {
  const words = key.split(/[\s_.-]|(?<=[a-z])(?=[A-Z])/)
  const last = words.at(-1) ?? ""
  return countingWord.test(last) && !(numberWord.test(last) && words.some((word) => contactWord.test(word)))
}

const ink = /[\p{L}\p{N}]/u
const oneWord = /^[\u0021-\u007e]*$/

/**
 * Without a selection: every text with a letter or a digit but the one-word values that are for machines. The number of a phone or a card that is written
 * without quotation marks is a number to YAML and JSON.
 */
export const anyMessage: ValueSelection = {
  namesKeys: false,
  takes: (path, text, isText) => {
    if (!ink.test(text) || path.includes(ignoreKey)) return false
    if (isText && !oneWord.test(text)) return true
    if (!isText && !contactNumber.test(text)) return false
    const name = path.findLast((step) => typeof step === "string")
    return !isTechnicalValue(path, text) && (isText || name === undefined || !counts(name))
  }
}

/** A step of a pattern: a key, `*` for any one, `[*]` for any index, `**` for any number of them. */
type Step = string

const stepsOf = (pattern: string): ReadonlyArray<Step> =>
  pattern
    .replace(/^\$\.?/, "")
    .replace(/\[(\d+)\]/g, ".$1")
    .replaceAll("[*]", ".[*]")
    .split(".")
    .filter((step) => step !== "")

/**
 * Takes the values at the paths that one of the patterns names: `orders.*.text`, `**.text`, `replies[*]`. A pattern that begins
 * with "!" takes away again. A pattern of a table is the name of a column.
 */
export const selectValues = (patterns: ReadonlyArray<string>): ValueSelection => {
  const [taken, left] = [false, true].map((negative) =>
    patterns
      .filter((pattern) => pattern.startsWith("!") === negative)
      .map((pattern) => stepsOf(pattern.replace(/^!/, "")))
  )
  const matchesAny = (path: KeyPath, all: ReadonlyArray<ReadonlyArray<Step>> = []): boolean =>
    all.some((steps) => matches(path, steps))
  const takesAll = (taken ?? []).length === 0
  return {
    namesKeys: true,
    takes: (path, text) =>
      ink.test(text) && !path.includes(ignoreKey) && (takesAll || matchesAny(path, taken)) && !matchesAny(path, left)
  }
}

/** In time of the path's length times that of the pattern, however many `**` there are. */
const matches = (path: KeyPath, steps: ReadonlyArray<Step>): boolean => {
  let reached = new Set([0])
  const closed = (positions: Set<number>): Set<number> => {
    for (const position of positions) if (steps[position] === "**") positions.add(position + 1)
    return positions
  }
  reached = closed(reached)
  for (const key of path) {
    const next = new Set<number>()
    for (const position of reached) {
      const step = steps[position]
      if (step === "**") next.add(position)
      else if (step === "*" || step === String(key) || (step === "[*]" && typeof key === "number")) {
        next.add(position + 1)
      }
    }
    reached = closed(next)
    if (reached.size === 0) return false
  }
  return reached.has(steps.length)
}
