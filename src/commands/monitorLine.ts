/** Quotes a value that would be ambiguous otherwise. */
const written = (value: string | number | boolean): string => {
  const text = String(value)
  return /^[\w.:+,/-]+$/.test(text) ? text : JSON.stringify(text)
}

/**
 * One line for monitoring of nightly runs: `event=finished complete=true …`. Keys are not translated and never removed.
 */
export const monitorLine = (event: string, facts: Readonly<Record<string, string | number | boolean>>): string =>
  Object.entries({ event, ...facts })
    .map(([key, value]) => `${key}=${written(value)}`)
    .join(" ")
