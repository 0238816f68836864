/** An array of numbers as a table that grows. */
interface Growing {
  readonly length: number
  set(numbers: ArrayLike<number>): void
}

/**
 * The same array where it is long enough, else a copy with twice the room, zero behind what it held.
 *
 * @param length how many numbers must have room.
 * @param Table the array's own constructor.
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
