/**
 * Binary search for the first of the positions 0 to `count - 1` for which `holds` is true; `count` if there is none.
 * `holds` must stay true from that position on.
 */
export const firstWhere = (count: number, holds: (position: number) => boolean): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
