import * as Reactivity from "@effect/experimental/Reactivity"
import type { PlatformError } from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import * as Migrator from "@effect/sql/Migrator"
import * as SqlClient from "@effect/sql/SqlClient"
import { Effect, Layer, Option, ParseResult } from "effect"
import { migrations, newestMigration } from "./migrations.ts"
import { openSqlite, type SqliteDriver } from "./SqliteDriver.ts"
import { StoreError } from "./StoreError.ts"
import { makeSqliteClient } from "./sqliteClient.ts"

/** "chlt" in ASCII; marks a file as ours (https://www.sqlite.org/pragma.html#pragma_application_id). */
const applicationId = 0x63686c74

/** Findings quote other people's messages, so only the owner may read the file. */
const ownerOnly = 0o600

/** The smallest database that SQLite writes. SQLite treats a smaller file as an empty database and overwrites it. */
const smallestDatabase = 512

/** How long to wait while another process is writing, in milliseconds. */
const busyTimeout = 5000

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? `${cause.message} ${cause.cause === undefined ? "" : messageOf(cause.cause)}` : String(cause)

/** Derives from SQLite's error message why a database cannot be used. */
export const storeErrorOf = (path: string, cause: unknown): StoreError => {
  // A row does not match its schema. The error would quote its values, so it is dropped.
  if (ParseResult.isParseError(cause)) return new StoreError({ path, reason: "broken", detail: "" })
  // The path is removed because it may contain one of the words below, such as "corrupt".
  const detail = messageOf(cause).replaceAll(path, "")
  if (/not a database|malformed|corrupt|disk image|no such (table|column)/i.test(detail))
    return new StoreError({ path, reason: "broken", detail: "" })
  if (/unable to open|readonly|read-only|permission|EACCES|EISDIR|ENOENT|cannot open/i.test(detail)) {
    return new StoreError({ path, reason: "unwritable", detail: "" })
  }
  if (/database is locked|busy/i.test(detail)) return new StoreError({ path, reason: "locked", detail: "" })
  const isFull = /disk is full|no space|ENOSPC|quota|EDQUOT/i.test(detail)
  return new StoreError({ path, reason: isFull ? "full" : "failed", detail: detail.trim().slice(0, 200) })
}

const numberIn = (row: unknown, column: string): number => {
  const value: unknown = typeof row === "object" && row !== null ? Reflect.get(row, column) : undefined
  return Number(value ?? 0)
}

/** Rejects a file that belongs to another program or a newer version, before changing anything. */
const recognize = (driver: SqliteDriver, path: string) =>
  Effect.gen(function* () {
    const ask = (sql: string) =>
      Effect.try({ try: () => driver.prepare(sql).all([])[0], catch: (cause) => storeErrorOf(path, cause) })
    const tables = numberIn(yield* ask("SELECT count(*) AS tables FROM sqlite_master"), "tables")
    const owner = numberIn(yield* ask("PRAGMA application_id"), "application_id")
    const isClaimed = tables > 0 || owner !== 0
    if (isClaimed && owner !== applicationId) return yield* new StoreError({ path, reason: "foreign", detail: "" })
    const migrated = numberIn(
      yield* ask("SELECT count(*) AS tables FROM sqlite_master WHERE name = 'effect_sql_migrations'"),
      "tables"
    )
    if (migrated === 0) return
    const newest = numberIn(yield* ask("SELECT max(migration_id) AS newest FROM effect_sql_migrations"), "newest")
    if (newest > newestMigration) return yield* new StoreError({ path, reason: "newer", detail: "" })
  })

const isAlreadyThere = (error: PlatformError): boolean =>
  error._tag === "SystemError" && error.reason === "AlreadyExists"

/**
 * Creates a file that only its owner may read, unless it exists. An existing file is not opened, because closing it
 * would release all locks that this process holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2). Fails with
 * StoreError if the file cannot be a database or has another hard link.
 */
export const makePrivateFile = (path: string): Effect.Effect<void, StoreError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    yield* Effect.catchIf(
      files.writeFile(path, new Uint8Array(), { flag: "wx", mode: ownerOnly }),
      isAlreadyThere,
      () => Effect.void
    )
    const { size, nlink, type } = yield* files.stat(path)
    if (size > 0 && size < smallestDatabase) return yield* new StoreError({ path, reason: "broken", detail: "" })
    // SQLite names locks and logs after the file, so a second name would have its own
    // (https://www.sqlite.org/howtocorrupt.html, 2.4). Symbolic links are resolved and harmless.
    if (type === "File" && Option.exists(nlink, (names) => names > 1)) {
      return yield* new StoreError({ path, reason: "linked", detail: "" })
    }
  }).pipe(
    Effect.mapError((error) =>
      error instanceof StoreError ? error : new StoreError({ path, reason: "unwritable", detail: "" })
    )
  )

/** Restricts a database and its companion files to the owner; SQLite gives new companions the same mode. */
const makePrivate = (path: string): Effect.Effect<void, StoreError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    yield* files.chmod(path, ownerOnly)
    for (const companion of [`${path}-wal`, `${path}-shm`]) {
      if (yield* files.exists(companion)) yield* files.chmod(companion, ownerOnly)
    }
  }).pipe(Effect.mapError(() => new StoreError({ path, reason: "unwritable", detail: "" })))

const open = (path: string) =>
  Effect.gen(function* () {
    const inMemory = path === ":memory:"
    // Created here and not by SQLite, so that the file and its companions (-wal, -shm) never have wider permissions.
    if (!inMemory) yield* makePrivateFile(path)
    const driver = yield* Effect.acquireRelease(
      Effect.tryPromise(() => openSqlite(path)),
      (opened) => Effect.sync(opened.close)
    )
    yield* Effect.try(() => driver.exec(`PRAGMA busy_timeout = ${busyTimeout}`))
    yield* recognize(driver, path)
    if (!inMemory) yield* makePrivate(path)
    yield* Effect.try(() => {
      driver.exec(`PRAGMA application_id = ${applicationId}`)
      driver.exec("PRAGMA journal_mode = WAL")
      driver.exec("PRAGMA synchronous = NORMAL")
      driver.exec("PRAGMA foreign_keys = ON")
    })
    // Not every driver closes the connection on close, so the log is written back explicitly.
    yield* Effect.addFinalizer(() => Effect.ignore(Effect.try(() => driver.exec("PRAGMA wal_checkpoint(TRUNCATE)"))))
    return yield* makeSqliteClient(driver)
  }).pipe(Effect.mapError((error) => (error instanceof StoreError ? error : storeErrorOf(path, error))))

const migrate = (path: string) =>
  Migrator.make({})({ loader: Migrator.fromRecord(migrations) }).pipe(
    Effect.mapError((error) => storeErrorOf(path, error)),
    Effect.catchAllDefect((defect) => Effect.fail(storeErrorOf(path, defect)))
  )

/**
 * The database in one SQLite file, created or migrated on opening. Fails with StoreError if the file cannot be written,
 * is damaged, has another hard link, belongs to another program, or was written by a newer version.
 *
 * @param path of the file, or ":memory:".
 */
export const layerSqlite = (path: string): Layer.Layer<SqlClient.SqlClient, StoreError, FileSystem.FileSystem> =>
  Layer.scoped(
    SqlClient.SqlClient,
    Effect.tap(open(path), (client) => Effect.provideService(migrate(path), SqlClient.SqlClient, client))
  ).pipe(Layer.provide(Reactivity.layer))
