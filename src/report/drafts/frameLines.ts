import type { FrameLine } from "../../domain/DraftFinding.ts"
import { visibleText } from "../../text/visibleText.ts"
import type { Paint } from "../lines.ts"
import { characterWidth, textWidth } from "../textWidth.ts"

interface Cell {
  readonly character: string
  readonly width: number
  readonly marked: boolean
}

/** The displayed characters of a line; a control character is displayed as several visible ones. */
const cellsOf = ({ text, marks }: FrameLine): ReadonlyArray<Cell> => {
  const cells: Array<Cell> = []
  let offset = 0
  for (const unit of text) {
    const start = offset
    offset += unit.length
    const marked = marks.some((mark) => mark.start < offset && mark.end > start)
    for (const character of visibleText(unit)) cells.push({ character, width: characterWidth(character), marked })
  }
  return cells
}

const ellipsis: Cell = { character: "…", width: 1, marked: false }

const widthOf = (cells: ReadonlyArray<Cell>): number => cells.reduce((sum, { width }) => sum + width, 0)

/** The cells that fit on one line, including the start of the first mark. */
const fitted = (cells: ReadonlyArray<Cell>, width: number): ReadonlyArray<Cell> => {
  if (widthOf(cells) <= width) return cells
  const marked = Math.max(
    cells.findIndex((cell) => cell.marked),
    0
  )
  // Up to a third of the line precedes the mark, or everything before it if that takes at most half of the line.
  let start = marked
  for (let room = Math.floor(width / 3); start > 0; start--) {
    room -= cells[start - 1]?.width ?? 0
    if (room < 0) break
  }
  if (widthOf(cells.slice(0, marked)) <= width / 2) start = 0
  // Do not start with a combining mark.
  while (start > 0 && cells[start]?.width === 0) start += 1
  const shown: Array<Cell> = start > 0 ? [ellipsis] : []
  let used = widthOf(shown)
  for (const cell of cells.slice(start)) {
    if (used + cell.width > width - 1) return [...shown, ellipsis]
    shown.push(cell)
    used += cell.width
  }
  return shown
}

/** The numbered lines of a frame, each at most `columns` wide, with carets under the marked ranges. */
export const frameLines = (
  frame: ReadonlyArray<FrameLine>,
  columns: number,
  { dim, paint }: { readonly dim: Paint; readonly paint: Paint }
): string => {
  const gutter = numberWidth(frame)
  return frame
    .map((line) => {
      const bar = `${String(line.number).padStart(gutter)} │ `
      const cells = fitted(cellsOf(line), columns - textWidth(bar))
      const text = paintedRuns(cells, ({ character }) => character, paint).trimEnd()
      const shown = `${dim(bar)}${text}`.trimEnd()
      if (!cells.some(({ marked }) => marked)) return `${shown}\n`
      const arrows = paintedRuns(cells, ({ width, marked }) => (marked ? "^" : " ").repeat(width), paint).trimEnd()
      return `${shown}\n${dim(`${" ".repeat(gutter)} │ `)}${arrows}\n`
    })
    .join("")
}

/** The width of a frame's line numbers. */
export const numberWidth = (frame: ReadonlyArray<FrameLine>): number => String(frame.at(-1)?.number ?? 0).length

const paintedRuns = (cells: ReadonlyArray<Cell>, draw: (cell: Cell) => string, paint: Paint): string => {
  let text = ""
  let run = ""
  let isMarked = false
  const close = () => {
    text += isMarked && run !== "" ? paint(run) : run
    run = ""
  }
  for (const cell of cells) {
    if (cell.marked !== isMarked) close()
    isMarked = cell.marked
    run += draw(cell)
  }
  close()
  return text
}
