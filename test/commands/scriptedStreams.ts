import { Effect, Layer } from "effect"
import { StandardStreams } from "../../src/commands/StandardStreams.ts"
import { makeTerminalPage } from "../../src/commands/TerminalPage.ts"

/** Standard streams that no terminal reads, and what was told and shown on them. */
export const scriptedStreams = () => {
  const told: Array<string> = []
  const shown: Array<string> = []
  const layer = Layer.succeed(StandardStreams, {
    tell: (line) => Effect.sync(() => told.push(line)),
    show: (line) => Effect.sync(() => shown.push(line)),
    isTerminal: { output: false, error: false },
    mayColor: () => false,
    page: () => makeTerminalPage(false)
  })
  return { told, shown, layer }
}
