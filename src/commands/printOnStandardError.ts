import { visibleText } from "../text/visibleText.ts"

/** Prints a line on standard error, prefixed with the program's name and encoded for a terminal. */
export const printOnStandardError = (line: string): void => {
  process.stderr.write(`chatlint: ${visibleText(line)}\n`)
}
