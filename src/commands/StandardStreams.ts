import { Context, Effect, Layer } from "effect"
import type { Environment } from "../config/Given.ts"
import { visibleText } from "../text/visibleText.ts"
import { mayColor } from "./mayColor.ts"
import { makeTerminalPage, type TerminalPage } from "./TerminalPage.ts"
import { tellOnStandardError } from "./tellOnStandardError.ts"

/** What the command line says of colours; --no-color makes it false. */
export interface ColorFlags {
  readonly color?: boolean
}

/** The standard streams of the process, as far as a person reads them: every command speaks through these. */
export class StandardStreams extends Context.Tag("chatlint/StandardStreams")<
  StandardStreams,
  {
    /** Says a line on standard error, under the program's name. What it holds of others is encoded on the way. */
    readonly tell: (line: string) => Effect.Effect<void>
    /** Says a line on standard output, encoded as well, which may go unread. */
    readonly show: (line: string) => Effect.Effect<void>
    /** Whether a person sees what is written to standard output, and to standard error. */
    readonly isTerminal: { readonly output: boolean; readonly error: boolean }
    /** Whether standard output may have colours. */
    readonly mayColor: (flags: ColorFlags) => boolean
    /** What a page for a person on standard output is written with. */
    readonly page: (flags: ColorFlags) => TerminalPage
  }
>() {
  /** Those of this process. */
  static readonly layerProcess = (environment: Environment): Layer.Layer<StandardStreams> =>
    Layer.sync(StandardStreams, () => {
      // Node leaves it undefined where a stream is a file or a pipe.
      const isTerminal = { output: Boolean(process.stdout.isTTY), error: Boolean(process.stderr.isTTY) }
      const isColored = ({ color }: ColorFlags) => mayColor(color !== false, environment, isTerminal.output)
      return {
        tell: (line) => Effect.sync(() => tellOnStandardError(line)),
        show: (line) => Effect.sync(() => process.stdout.write(`${visibleText(line)}\n`)),
        isTerminal,
        mayColor: isColored,
        page: (flags) => makeTerminalPage(isColored(flags))
      }
    })
}
