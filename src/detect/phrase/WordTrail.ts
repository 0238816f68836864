import { withRoom } from "../withRoom.ts"

/** Set if the word needs a closer look in context, since neighbouring words may make it part of a number or address. */
export const closerLookBit = 1
/** Set if the word meets a first demand of some phrase; in most texts, none does. */
export const triggerBit = 2
/** Set if the word meets a further demand of some phrase. */
export const furtherBit = 4

const bits = 3

/** Combines a symbol and the bits of its words in one number. */
export const traitsOf = (symbol: number, known: number): number => (symbol << bits) | known

export const symbolOfTraits = (traits: number): number => traits >> bits

/** The words read so far of the current text; its arrays are reused for the next text. */
export class WordTrail {
  count = 0
  /** The union of the bits of all words. */
  seen = 0
  traits: Int32Array = new Int32Array(256)
  /** UTF-16 offsets into the text, ends exclusive. */
  starts: Int32Array = new Int32Array(256)
  ends: Int32Array = new Int32Array(256)

  begin(): void {
    this.count = 0
    this.seen = 0
  }

  add(traits: number, start: number, end: number): void {
    const { count } = this
    if (count === this.traits.length) this.grow()
    this.traits[count] = traits
    this.starts[count] = start
    this.ends[count] = end
    this.seen |= traits
    this.count = count + 1
  }

  /** The symbols of the words, in order. */
  symbols(): Array<number> {
    const symbols: Array<number> = []
    for (let index = 0; index < this.count; index++) symbols.push(symbolOfTraits(this.traits[index] ?? 0))
    return symbols
  }

  private grow(): void {
    this.traits = withRoom(this.traits, this.count + 1, Int32Array)
    this.starts = withRoom(this.starts, this.count + 1, Int32Array)
    this.ends = withRoom(this.ends, this.count + 1, Int32Array)
  }
}
