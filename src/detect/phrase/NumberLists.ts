/**
 * Lists of numbers, one behind the other in one array: what was prepared in this form is read from a file at no price, however many lists
 * there are. The list `index` is `numbers[starts[index] … starts[index + 1])`.
 */
export interface NumberLists {
  readonly starts: Int32Array
  readonly numbers: Int32Array
}

/** Packs lists; where one is missing, it is empty. */
export const packLists = (lists: ReadonlyArray<ReadonlyArray<number> | undefined>): NumberLists => {
  const starts = new Int32Array(lists.length + 1)
  const numbers: Array<number> = []
  for (let index = 0; index < lists.length; index++) {
    for (const number of lists[index] ?? []) numbers.push(number)
    starts[index + 1] = numbers.length
  }
  return { starts, numbers: Int32Array.from(numbers) }
}

/** A copy of a list; empty where there is none. */
export const listAt = ({ starts, numbers }: NumberLists, index: number): ReadonlyArray<number> =>
  index + 1 < starts.length ? [...numbers.subarray(starts[index], starts[index + 1])] : []
