/** Keys and indices from the root of a file to one of its values. */
export type KeyPath = ReadonlyArray<string | number>

/** A key that needs no quotation marks in a path. */
const plainKey = /^[\p{L}\p{N}_$-]+$/u

/** `orders.delayed[2]`; a key with other signs in it is quoted: `orders["a.b"]`. */
export const keyPathText = (path: KeyPath): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`
    if (!plainKey.test(step)) return `${text}[${JSON.stringify(step)}]`
    return text === "" ? step : `${text}.${step}`
  }, "")
