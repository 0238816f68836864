/**
 * The first of `count` positions from 0 on for which `holds`, which must be true for all after it as well; `count` when it is for none.
 * Asks of few of them.
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
