import type { Array as Arrays } from "effect"

/** A position in a file: line and column from 1, the column in UTF-16 units; `byte` is the byte offset, from 0. */
export interface SourcePosition {
  readonly line: number
  readonly column: number
  readonly byte: number
}

/** A range of a file, `end` exclusive. */
export interface SourceRange {
  readonly start: SourcePosition
  readonly end: SourcePosition
}

/** A placeholder, filled in when the draft is sent. UTF-16 offsets into the draft's text, `end` exclusive. */
export interface Hole {
  readonly start: number
  readonly end: number
  /** The placeholder's name in the template: `order_id`, `agent.phone_number`; "" if it has none (`%s`). */
  readonly name: string
  /** Whether it may be literal words instead, which are then checked too. */
  readonly mayBeWords?: true
}

/** A text that is not sent yet, and its place in a file. */
export interface Draft {
  /** As displayed: with "/" as the separator, relative to the working directory where possible. */
  readonly path: string
  /** A key path (`orders.delayed[2]`), a record (`row 3, text`) or a msgid; "" if the file is a single text. */
  readonly key: string
  /** As the buyer would read it, unescaped. No match crosses a hole, unless the hole may be words. */
  readonly text: string
  readonly holes: ReadonlyArray<Hole>
  /**
   * Maps a range of the text (UTF-16 offsets, `end` exclusive) to ranges of the file, in file order: several if the
   * text is not contiguous there, as in block scalars of several lines.
   */
  readonly locate: (start: number, end: number) => Arrays.NonEmptyReadonlyArray<SourceRange>
}
