/** Groups entries by path, in the order of first occurrence. */
export const byPath = <Entry extends { readonly path: string }>(
  entries: ReadonlyArray<Entry>
): ReadonlyMap<string, ReadonlyArray<Entry>> => {
  const groups = new Map<string, Array<Entry>>()
  for (const entry of entries) {
    const group = groups.get(entry.path)
    if (group === undefined) groups.set(entry.path, [entry])
    else group.push(entry)
  }
  return groups
}
