/** A line that may open a code block: what precedes the fence, the fence, and the info string. */
const opener = /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}|~{3,})(.*)$/
const closer = /^([ \t]*)(`{3,}|~{3,})[ \t]*$/

interface Fence {
  readonly sign: string
  readonly length: number
  /** In a list, a line that is indented less than this ends the item and with it the block. */
  readonly indent: number
}

/** The role of a line with respect to fenced code blocks. */
export type FencedKind = "fence" | "code" | "other"

/** Tracks fenced code blocks line by line (CommonMark 4.5): a closing fence is at least as long as the opening one. */
export class FenceTracker {
  readonly #mostBlanks: number
  #fence: Fence | undefined

  /** @param mostBlanks the maximum indentation of a fence: 3, or more in a list. */
  constructor(mostBlanks: number) {
    this.#mostBlanks = mostBlanks
  }

  get isInCode(): boolean {
    return this.#fence !== undefined
  }

  /** Ends the open block. */
  end(): void {
    this.#fence = undefined
  }

  /** Processes the next line. */
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
