import * as NodeStream from "@effect/platform-node/NodeStream"
import type { Stream } from "effect"
import { InputError } from "./InputError.ts"

/** Standard input as it comes. It is let go of when its reader ends, so that the process can end too. */
export const standardInput: Stream.Stream<Uint8Array, InputError> = NodeStream.fromReadable(
  () => process.stdin,
  () => new InputError(),
  { closeOnDone: true }
)
