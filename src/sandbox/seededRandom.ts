const golden = 0x9e3779b9

/** Mixes a number into a 32-bit hash with the finalizer of MurmurHash3 (Austin Appleby, public domain). */
const mix = (hash: number, part: number): number => {
  let value = Math.imul(hash ^ part, golden)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** Makes a generator of numbers in [0, 1), determined by the seed and the parts. */
export const seededRandom = (seed: number, ...parts: ReadonlyArray<number>): (() => number) => {
  const start = parts.reduce(mix, mix(golden, seed))
  let drawn = 0
  return () => {
    drawn += 1
    return mix(start, drawn) / 2 ** 32
  }
}
