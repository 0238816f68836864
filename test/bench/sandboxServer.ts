import { Effect } from "effect"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { generatedShop } from "../sandbox/generatedShop.ts"
import { benchShop } from "./benchShop.ts"

/*
 * The sandbox in a process of its own, so that its work and memory stay out of the scan's figures. Takes the number of
 * chats, tells its address to its parent, and answers "counters" with what was asked of it.
 */
const program = Effect.gen(function* () {
  const { baseUrl, log } = yield* startSandbox({
    shops: [generatedShop(benchShop(Number(process.argv[2])))],
    limits: "off"
  })
  process.on("message", () => process.send?.(log.counters().requests))
  process.send?.(baseUrl)
  return yield* Effect.never
})

Effect.runFork(Effect.scoped(program))
