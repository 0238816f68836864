/** A typed array of numbers. */
interface Growing {
  readonly length: number
  set(numbers: ArrayLike<number>): void
}

/**
 * Returns the array if it is long enough, or else a zero-padded copy of twice the required length.
 *
 * @param length the required length.
 * @param Table the constructor of the array.
 */
export const withRoom = <Numbers extends Growing & ArrayLike<number>>(
  old: Numbers,
  length: number,
  Table: new (length: number) => Numbers
): Numbers => {
  if (length <= old.length) return old
  const larger = new Table(length * 2)
  larger.set(old)
  return larger
}
