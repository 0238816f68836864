/**
 * Lists of numbers, concatenated in one array so that a file of any number of lists loads without parsing. List `index`
 * is `numbers[starts[index] … starts[index + 1])`.
 */
export interface NumberLists {
  readonly starts: Int32Array
  readonly numbers: Int32Array
}

/** Packs lists; missing ones are empty. */
export const packLists = (lists: ReadonlyArray<ReadonlyArray<number> | undefined>): NumberLists => {
  const starts = new Int32Array(lists.length + 1)
  const numbers: Array<number> = []
  for (let index = 0; index < lists.length; index++) {
    for (const number of lists[index] ?? []) numbers.push(number)
    starts[index + 1] = numbers.length
  }
  return { starts, numbers: Int32Array.from(numbers) }
}

/** A copy of a list; empty if the index is out of range. */
export const listAt = ({ starts, numbers }: NumberLists, index: number): ReadonlyArray<number> =>
  index + 1 < starts.length ? [...numbers.subarray(starts[index], starts[index + 1])] : []
