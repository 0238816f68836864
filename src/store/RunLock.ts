import * as FileSystem from "@effect/platform/FileSystem"
import { Context, Effect, Layer, Schedule, type Scope } from "effect"
import { holdFile } from "./holdFile.ts"
import type { StoreError } from "./StoreError.ts"

/** Lets one run at a time work on a database, and between runs one chat at a time. */
export class RunLock extends Context.Tag("chatlint/RunLock")<
  RunLock,
  {
    /**
     * Holds the lock until the scope closes. Fails with StoreError "locked" at once when another run has it; a chat that
     * is being scanned by itself is waited for.
     */
    readonly hold: Effect.Effect<void, StoreError, Scope.Scope>
    /**
     * Holds off runs while one chat is scanned by itself, for a minute or two at most. Fails with StoreError "locked" at
     * once when a run or another chat has the lock.
     */
    readonly holdForChat: Effect.Effect<void, StoreError, Scope.Scope>
  }
>() {
  /** The locks of a database file: `<path>.lock` is a run's, `<path>.chat.lock` also that of one chat. */
  static readonly layerFile = (path: string): Layer.Layer<RunLock, never, FileSystem.FileSystem> =>
    Layer.effect(
      RunLock,
      Effect.map(FileSystem.FileSystem, (files) => {
        const lock = (suffix: string) => Effect.provideService(holdFile(path, suffix), FileSystem.FileSystem, files)
        const holdForChat = lock(".chat.lock")
        return {
          hold: Effect.zipRight(lock(".lock"), Effect.retry(holdForChat, whileChatIsScanned)),
          holdForChat
        }
      })
    )
}

/** A chat is scanned by itself in a second or two; a scan that takes longer is broken off (see scanQueuedChats). */
const whileChatIsScanned = {
  schedule: Schedule.upTo(Schedule.spaced("100 millis"), "2 minutes"),
  while: ({ reason }: StoreError) => reason === "locked"
}
