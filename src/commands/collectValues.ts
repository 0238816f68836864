/** Collects the values of a repeatable option. */
export const collectValues = (value: string, before: ReadonlyArray<string> | undefined): ReadonlyArray<string> => [
  ...(before ?? []),
  value
]
