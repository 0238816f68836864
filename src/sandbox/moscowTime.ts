const hour = 3_600_000

/** Formats an instant in Moscow time, to the second, as the API does. */
export const moscowTime = (instant: number): string =>
  `${new Date(instant + 3 * hour).toISOString().slice(0, 19)}+03:00`
