/** A line that may open a block of code: what stands before its signs, the signs, and what is said of the code. */
const opener = /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}|~{3,})(.*)$/
const closer = /^([ \t]*)(`{3,}|~{3,})[ \t]*$/

interface Fence {
  readonly sign: string
  readonly length: number
  /** Within a list a line that stands farther to the left ends the block with its item. */
  readonly indent: number
}

/** How a line stands to the blocks of code between fences. */
export type FencedKind = "fence" | "code" | "other"

/** Follows blocks of code between fences, line by line (CommonMark 4.5): as many signs of one kind close one as open it. */
export class FenceTracker {
  readonly #mostBlanks: number
  #fence: Fence | undefined

  /** @param mostBlanks so many blanks may stand before a fence: 3, more in a list. */
  constructor(mostBlanks: number) {
    this.#mostBlanks = mostBlanks
  }

  get isInCode(): boolean {
    return this.#fence !== undefined
  }

  /** Ends the block that is open. */
  end(): void {
    this.#fence = undefined
  }

  /** Takes the next line. */
  take(words: string): FencedKind {
    const open = this.#fence
    const isLeft = open !== undefined && words.trim() !== "" && words.search(/\S/) < open.indent
    if (isLeft) this.end()
    if (open !== undefined && !isLeft) {
      const [, blanks = "", signs = ""] = closer.exec(words) ?? []
      const isClosing = signs.startsWith(open.sign.repeat(open.length)) && this.#isNear(blanks.length - open.indent)
      if (isClosing) this.end()
      return isClosing ? "fence" : "code"
    }
    const [, before = "", signs = "", info = ""] = opener.exec(words) ?? []
    const isOpening =
      signs !== "" && this.#isNear(before.search(/\S|$/)) && !(signs.startsWith("`") && info.includes("`"))
    if (!isOpening) return "other"
    this.#fence = { sign: signs.charAt(0), length: signs.length, indent: before.trim() === "" ? 0 : before.length }
    return "fence"
  }

  #isNear(blanks: number): boolean {
    return blanks <= this.#mostBlanks
  }
}
