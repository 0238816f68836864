import * as FileSystem from "@effect/platform/FileSystem"
import { Context, Effect, Layer, type Scope } from "effect"
import { holdFile } from "./holdFile.ts"
import type { StoreError } from "./StoreError.ts"

/** Lets one process at a time send a database's mails. Separate from the run lock: a delivery may take half an hour. */
export class DeliveryLock extends Context.Tag("chatlint/DeliveryLock")<
  DeliveryLock,
  {
    /** Holds the lock until the scope closes. Fails with StoreError "locked" at once if another process holds it. */
    readonly hold: Effect.Effect<void, StoreError, Scope.Scope>
  }
>() {
  /** The lock of a database file: `<path>.mail-lock`. */
  static readonly layerFile = (path: string): Layer.Layer<DeliveryLock, never, FileSystem.FileSystem> =>
    Layer.effect(
      DeliveryLock,
      Effect.map(FileSystem.FileSystem, (files) => ({
        hold: Effect.provideService(holdFile(path, ".mail-lock"), FileSystem.FileSystem, files)
      }))
    )
}
