import { withRoom } from "../withRoom.ts"

/** What is known of a word beside its symbol: it has to be looked at where it stands, since its neighbours may make more of it. */
export const closerLookBit = 1
/** A phrase needs a word of its classes, and most texts hold none. */
export const triggerBit = 2
/** It meets a further demand of some phrase. */
export const furtherBit = 4

const bits = 3

/** A symbol with what else is known of its words, as one number. */
export const traitsOf = (symbol: number, known: number): number => (symbol << bits) | known

export const symbolOfTraits = (traits: number): number => traits >> bits

/** The words of the text that is being looked over, one after the other; the room for them is used again for the next text. */
export class WordTrail {
  count = 0
  /** All bits of any of the words. */
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

  /** The symbols of the words in their order. */
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
