const hour = 3_600_000

/** Writes an instant as Moscow's clocks show it, to the second, as the API does. */
export const moscowTime = (instant: number): string =>
  `${new Date(instant + 3 * hour).toISOString().slice(0, 19)}+03:00`
