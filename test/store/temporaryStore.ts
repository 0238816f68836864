import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { Effect, Layer, type Scope } from "effect"
import { Acknowledgements } from "../../src/store/Acknowledgements.ts"
import { Budgets } from "../../src/store/Budgets.ts"
import { ChatProgress } from "../../src/store/ChatProgress.ts"
import { ChatQueue } from "../../src/store/ChatQueue.ts"
import { Database } from "../../src/store/Database.ts"
import { DeliveryLock } from "../../src/store/DeliveryLock.ts"
import { Findings } from "../../src/store/Findings.ts"
import { Outbox } from "../../src/store/Outbox.ts"
import { RootCauses } from "../../src/store/RootCauses.ts"
import { RunChanges } from "../../src/store/RunChanges.ts"
import { RunHistory } from "../../src/store/RunHistory.ts"
import { RunLock } from "../../src/store/RunLock.ts"
import { RunRecords } from "../../src/store/RunRecords.ts"
import { Runs } from "../../src/store/Runs.ts"
import { layerSqlite } from "../../src/store/SqliteStore.ts"

/** A temporary folder, removed with the scope. */
export const temporaryFolder: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "chatlint-store-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
)

/** The complete store in one SQLite file, as a scan uses it. */
export const storeAt = (path: string) =>
  Layer.mergeAll(
    ChatProgress.Default,
    Runs.Default,
    Findings.Default,
    Budgets.Default,
    Acknowledgements.Default,
    RunChanges.Default,
    RunHistory.Default,
    RootCauses.Default,
    RunRecords.Default,
    Outbox.Default,
    ChatQueue.Default
  ).pipe(
    Layer.provideMerge(Database.Default(path).pipe(Layer.provide(layerSqlite(path)))),
    Layer.merge(RunLock.layerFile(path)),
    Layer.merge(DeliveryLock.layerFile(path)),
    Layer.provide(NodeFileSystem.layer)
  )

/** Runs an effect with a store in a temporary file. */
export const inStore = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.scoped(
    Effect.flatMap(temporaryFolder, (folder) => Effect.provide(effect, storeAt(join(folder, "chatlint.db"))))
  )

/** Opens and closes a database. */
export const openOnce = (path: string) => Effect.scoped(Effect.provide(Effect.asVoid(Database), storeAt(path)))
