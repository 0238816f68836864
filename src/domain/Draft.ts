import type { Array as Arrays } from "effect"

/** A place in a file: line and column from 1, the column in UTF-16 units of the decoded line; byte from 0 in the file's bytes. */
export interface SourcePosition {
  readonly line: number
  readonly column: number
  readonly byte: number
}

/** A stretch of a file, `end` exclusive. */
export interface SourceRange {
  readonly start: SourcePosition
  readonly end: SourcePosition
}

/** A part of a draft that is filled in when it is sent. UTF-16 offsets into the draft's text, `end` exclusive. */
export interface Hole {
  readonly start: number
  readonly end: number
  /** What it is filled with, as the template calls it: `order_id`, `agent.phone_number`; "" where it has no name (`%s`). */
  readonly name: string
  /** Whether it may as well be words that are sent as they are: then they are judged as such too. */
  readonly mayBeWords?: true
}

/** A text that is not sent yet, and where it stands. */
export interface Draft {
  /** As shown: "/" between folders, relative to the working directory where possible. */
  readonly path: string
  /** Where in the file: a key path such as `orders.delayed[2]`, a record such as `row 3, text`, a msgid; "" for a file that is one text. */
  readonly key: string
  /** As the buyer would read it, escapes undone. Each hole that cannot be words is a boundary over which nothing is read together. */
  readonly text: string
  readonly holes: ReadonlyArray<Hole>
  /**
   * The places in the file of a stretch of the text (UTF-16 offsets, `end` exclusive), in the order of the file: several where it is not
   * contiguous there, as in block scalars of several lines.
   */
  readonly locate: (start: number, end: number) => Arrays.NonEmptyReadonlyArray<SourceRange>
}
