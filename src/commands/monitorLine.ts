/** A value that needs quotes would be read as two. */
const written = (value: string | number | boolean): string => {
  const text = String(value)
  return /^[\w.:+,/-]+$/.test(text) ? text : JSON.stringify(text)
}

/**
 * One line for a program that watches the nightly runs: `event=finished complete=true …`. The words are the
 * same in every language, and a key once there stays.
 */
export const monitorLine = (event: string, facts: Readonly<Record<string, string | number | boolean>>): string =>
  Object.entries({ event, ...facts })
    .map(([key, value]) => `${key}=${written(value)}`)
    .join(" ")
