import * as NodeStream from "@effect/platform-node/NodeStream"
import type { Stream } from "effect"
import { InputError } from "./InputError.ts"

/** Standard input as a stream. Closed when its reader ends, so that the process can exit. */
export const standardInput: Stream.Stream<Uint8Array, InputError> = NodeStream.fromReadable(
  () => process.stdin,
  () => new InputError(),
  { closeOnDone: true }
)
