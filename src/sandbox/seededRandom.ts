const golden = 0x9e3779b9

/** Mixes one more number into a 32-bit hash: the finalizer of MurmurHash3, by Austin Appleby, in the public domain. */
const mix = (hash: number, part: number): number => {
  let value = Math.imul(hash ^ part, golden)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** Numbers from 0 inclusive to 1 exclusive, the same ones for the same seed and parts. */
export const seededRandom = (seed: number, ...parts: ReadonlyArray<number>): (() => number) => {
  const start = parts.reduce(mix, mix(golden, seed))
  let drawn = 0
  return () => {
    drawn += 1
    return mix(start, drawn) / 2 ** 32
  }
}
