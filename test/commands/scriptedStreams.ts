import { Effect, Layer } from "effect"
import { StandardStreams } from "../../src/commands/StandardStreams.ts"
import { makeTerminalPage } from "../../src/commands/TerminalPage.ts"

/** Standard streams without a terminal, and what was printed on each. */
export const scriptedStreams = () => {
  const notes: Array<string> = []
  const shown: Array<string> = []
  const layer = Layer.succeed(StandardStreams, {
    note: (line) => Effect.sync(() => notes.push(line)),
    show: (line) => Effect.sync(() => shown.push(line)),
    isTerminal: { output: false, error: false },
    mayColor: () => false,
    page: () => makeTerminalPage(false)
  })
  return { notes, shown, layer }
}
