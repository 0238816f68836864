/** Gathers the values of an option that may be given several times. */
export const collectValues = (value: string, before: ReadonlyArray<string> | undefined): ReadonlyArray<string> => [
  ...(before ?? []),
  value
]
