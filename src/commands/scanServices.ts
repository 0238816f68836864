import { Layer } from "effect"
import { layerHttp } from "../market/layerHttp.ts"
import { MarketClient } from "../market/MarketClient.ts"
import { storedBudgets } from "../scan/storedBudgets.ts"
import { Budgets } from "../store/Budgets.ts"
import { ChatProgress } from "../store/ChatProgress.ts"
import { ChatQueue } from "../store/ChatQueue.ts"
import { Database } from "../store/Database.ts"
import { RunLock } from "../store/RunLock.ts"
import { RunRecords } from "../store/RunRecords.ts"
import { Runs } from "../store/Runs.ts"
import { layerSqlite } from "../store/SqliteStore.ts"

/** The services of a scan, for one database file. */
export const scanServices = (path: string) => {
  const database = Database.Default(path).pipe(Layer.provide(layerSqlite(path)))
  const stored = Layer.mergeAll(
    ChatProgress.Default,
    Runs.Default,
    RunRecords.Default,
    Budgets.Default,
    ChatQueue.Default
  ).pipe(Layer.provideMerge(database))
  return Layer.mergeAll(
    Layer.provideMerge(storedBudgets, stored),
    RunLock.layerFile(path),
    Layer.provide(MarketClient.Default, layerHttp)
  )
}
