import { isTechnicalValue } from "./isTechnicalValue.ts"
import type { KeyPath } from "./keyPath.ts"

/** Determines which values of a file with keys are messages. */
export interface ValueSelection {
  /** Whether the value at a path is a message; `isText` is false for numbers and other values. */
  readonly takes: (path: KeyPath, text: string, isText: boolean) => boolean
  /** Whether the keys of messages are configured, so that every file with keys has to have some. */
  readonly namesKeys: boolean
}

/** The key for suppressions in a JSON file. Its values are never messages, whatever is selected. */
export const ignoreKey = "x-chatlint-ignore"

/** Selects every value. */
export const everyValue: ValueSelection = { takes: () => true, namesKeys: false }

/** Numbers with this many digits may be phone or card numbers, unless their key says that they are counts or ids. */
const contactNumber = /^\+?\d{10,19}$/
const countingWord =
  /^(?:id|ids|no|nr|number|code|sku|barcode|ean|inn|time|timestamp|date|at|ts|count|size|price|sum|total)$/i

/** "cardNumber" is a contact, unlike "orderNumber". */
const numberWord = /^(?:no|nr|number)$/i
const contactWord = /^(?:phones?|tel|telephone|mobile|cards?|pan|телефон\p{L}?|карт\p{L})$/iu

/** Whether a key names a count or an id, by its last word: "orderId", "order_id" and "order id" end with "id". */
const counts = (key: string): boolean => {
  const words = key.split(/[\s_.-]|(?<=[a-z])(?=[A-Z])/)
  const last = words.at(-1) ?? ""
  return countingWord.test(last) && !(numberWord.test(last) && words.some((word) => contactWord.test(word)))
}

const ink = /[\p{L}\p{N}]/u
const oneWord = /^[\u0021-\u007e]*$/

/**
 * Selects, by default, every text with a letter or a digit except technical one-word values, and also phone and card
 * numbers without quotes, which YAML and JSON read as numbers.
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

/** A step of a pattern: a key, `*` for any key or index, `[*]` for any index, `**` for any number of steps. */
type Step = string

const stepsOf = (pattern: string): ReadonlyArray<Step> =>
  pattern
    .replace(/^\$\.?/, "")
    .replace(/\[(\d+)\]/g, ".$1")
    .replaceAll("[*]", ".[*]")
    .split(".")
    .filter((step) => step !== "")

/**
 * Selects the values at paths that match a pattern: `orders.*.text`, `**.text`, `replies[*]`. A pattern that begins
 * with "!" excludes values. For a table, a pattern is the name of a column.
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

/** Takes time proportional to the lengths of path and pattern, however many `**` there are. */
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
