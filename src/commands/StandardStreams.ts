import { Context, Effect, Layer } from "effect"
import type { Environment } from "../config/Given.ts"
import { visibleText } from "../text/visibleText.ts"
import { mayColor } from "./mayColor.ts"
import { printOnStandardError } from "./printOnStandardError.ts"
import { makeTerminalPage, type TerminalPage } from "./TerminalPage.ts"

/** The colour option; --no-color makes it false. */
export interface ColorFlags {
  readonly color?: boolean
}

/** The standard streams of the process, for output that people read. */
export class StandardStreams extends Context.Tag("chatlint/StandardStreams")<
  StandardStreams,
  {
    /** Prints a line on standard error, prefixed with the program's name. External text in it is encoded here. */
    readonly note: (line: string) => Effect.Effect<void>
    /** Prints a line on standard output, encoded, without waiting for a reader. */
    readonly show: (line: string) => Effect.Effect<void>
    /** Whether standard output and standard error are terminals. */
    readonly isTerminal: { readonly output: boolean; readonly error: boolean }
    /** Whether standard output may have colours. */
    readonly mayColor: (flags: ColorFlags) => boolean
    /** The formatting functions for a page on standard output. */
    readonly page: (flags: ColorFlags) => TerminalPage
  }
>() {
  /** The streams of this process. */
  static readonly layerProcess = (environment: Environment): Layer.Layer<StandardStreams> =>
    Layer.sync(StandardStreams, () => {
      // Node leaves it undefined for files and pipes.
      const isTerminal = { output: Boolean(process.stdout.isTTY), error: Boolean(process.stderr.isTTY) }
      const isColored = ({ color }: ColorFlags) => mayColor(color !== false, environment, isTerminal.output)
      return {
        note: (line) => Effect.sync(() => printOnStandardError(line)),
        show: (line) => Effect.sync(() => process.stdout.write(`${visibleText(line)}\n`)),
        isTerminal,
        mayColor: isColored,
        page: (flags) => makeTerminalPage(isColored(flags))
      }
    })
}
