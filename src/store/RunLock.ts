import * as FileSystem from "@effect/platform/FileSystem"
import { Context, Effect, Layer, Schedule, type Scope } from "effect"
import { holdFile } from "./holdFile.ts"
import type { StoreError } from "./StoreError.ts"

/** Lets one run at a time work on a database and, between runs, one scan of a single chat. */
export class RunLock extends Context.Tag("chatlint/RunLock")<
  RunLock,
  {
    /**
     * Holds the lock until the scope closes. Fails with StoreError "locked" at once if another run holds it; waits for
     * the scan of a single chat.
     */
    readonly hold: Effect.Effect<void, StoreError, Scope.Scope>
    /**
     * Blocks runs while a single chat is scanned, for a minute or two at most. Fails with StoreError "locked" at once
     * if a run or another chat holds the lock.
     */
    readonly holdForChat: Effect.Effect<void, StoreError, Scope.Scope>
  }
>() {
  /** The locks of a database file: runs take `<path>.lock` and `<path>.chat.lock`, single chats only the latter. */
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

/** A single chat takes a second or two; a longer scan is interrupted (see scanQueuedChats). */
const whileChatIsScanned = {
  schedule: Schedule.upTo(Schedule.spaced("100 millis"), "2 minutes"),
  while: ({ reason }: StoreError) => reason === "locked"
}
