/** The keys and indices from the root of a file to a value. */
export type KeyPath = ReadonlyArray<string | number>

/** A key that needs no quotes in a path. */
const plainKey = /^[\p{L}\p{N}_$-]+$/u

/** Formats a path: `orders.delayed[2]`, or `orders["a.b"]` if a key contains other characters. */
export const keyPathText = (path: KeyPath): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`
    if (!plainKey.test(step)) return `${text}[${JSON.stringify(step)}]`
    return text === "" ? step : `${text}.${step}`
  }, "")
