import { visibleText } from "../text/visibleText.ts"

/** Says a line to the person at the terminal, on standard error and under the program's name. It is encoded here: nothing in it is obeyed. */
export const tellOnStandardError = (line: string): void => {
  process.stderr.write(`chatlint: ${visibleText(line)}\n`)
}
