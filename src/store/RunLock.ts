import { FileSystem } from "@effect/platform"
import { Context, Effect, Layer, type Scope } from "effect"
import { holdFile } from "./fileLock.ts"
import type { StoreError } from "./StoreError.ts"

/** Lets one run at a time work on a database. */
export class RunLock extends Context.Tag("chatlint/RunLock")<
  RunLock,
  {
    /** Holds the lock until the scope closes. Fails with StoreError "locked" at once when another process has it. */
    readonly hold: Effect.Effect<void, StoreError, Scope.Scope>
  }
>() {
  /** The lock of a database file: `<path>.lock`. */
  static readonly layerFile = (path: string): Layer.Layer<RunLock, never, FileSystem.FileSystem> =>
    Layer.effect(
      RunLock,
      Effect.map(FileSystem.FileSystem, (files) => ({
        hold: Effect.provideService(holdFile(`${path}.lock`, path), FileSystem.FileSystem, files)
      }))
    )
}
