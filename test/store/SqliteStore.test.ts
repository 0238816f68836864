import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { locales } from "../../src/locale/Locale.ts"
import { Database } from "../../src/store/Database.ts"
import { Findings } from "../../src/store/Findings.ts"
import { identityKey } from "../../src/store/identityKey.ts"
import { migrations } from "../../src/store/migrations.ts"
import { openSqlite } from "../../src/store/SqliteDriver.ts"
import { describeStoreError } from "../../src/store/StoreError.ts"
import { withoutRoot } from "../withoutRoot.ts"
import { businessId } from "./sampleChats.ts"
import { startChild } from "./startChild.ts"
import { openOnce, storeAt, temporaryFolder } from "./temporaryStore.ts"

const modeOf = (path: string): number => statSync(path).mode & 0o777

/** Changes a SQLite file as another program would. */
const writeSql = (path: string, ...statements: ReadonlyArray<string>) =>
  Effect.promise(async () => {
    const driver = await openSqlite(path)
    for (const statement of statements) driver.exec(statement)
    driver.close()
  })

/** Why a database cannot be opened. */
const reasonOf = (path: string) => Effect.map(Effect.flip(openOnce(path)), (error) => [error.reason, error.path])

describe("a database file", () => {
  it.scopedLive("is readable only by its owner, including SQLite's companion files", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "chatlint.db")
      yield* Effect.gen(function* () {
        yield* identityKey
        for (const name of [path, `${path}-wal`, `${path}-shm`]) assert.strictEqual(modeOf(name), 0o600, name)
      }).pipe(Effect.provide(storeAt(path)))
      assert.strictEqual(modeOf(path), 0o600)
    })
  )

  it.scopedLive("is made private if others had access", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "chatlint.db")
      const other = join(yield* temporaryFolder, "chatlint.db")
      // The files of a killed process, copied without their permissions.
      yield* Effect.gen(function* () {
        yield* identityKey
        for (const suffix of ["", "-wal", "-shm"]) {
          writeFileSync(path + suffix, readFileSync(other + suffix))
          chmodSync(path + suffix, 0o644)
        }
      }).pipe(Effect.provide(storeAt(other)))
      yield* Effect.gen(function* () {
        yield* identityKey
        for (const name of [path, `${path}-wal`, `${path}-shm`]) assert.strictEqual(modeOf(name), 0o600, name)
      }).pipe(Effect.provide(storeAt(path)))
    })
  )

  it.scopedLive("keeps its data when reopened, and migrates once", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "chatlint.db")
      const keys = yield* Effect.forEach([1, 2, 3], () => Effect.provide(identityKey, storeAt(path)))
      assert.strictEqual(new Set(keys).size, 1)
      const done = yield* Effect.gen(function* () {
        const { sql, run } = yield* Database
        return yield* run(sql`SELECT migration_id FROM effect_sql_migrations`)
      }).pipe(Effect.provide(storeAt(path)))
      assert.strictEqual(done.length, Object.keys(migrations).length)
    })
  )

  it.scopedLive(
    "can be created by several processes at once",
    () =>
      Effect.gen(function* () {
        const path = join(yield* temporaryFolder, "chatlint.db")
        const children = yield* Effect.all(Array.from({ length: 2 }, () => startChild("openAndClose", path)))
        const codes = yield* Effect.forEach(children, ({ ended }) => ended)
        assert.deepStrictEqual(codes, [0, 0])
        const key = yield* Effect.provide(identityKey, storeAt(path))
        for (const child of children) yield* child.printed(`key ${key}.`)
      }),
    60_000
  )

  it.scopedLive("of another program is neither opened nor changed", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const files: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
        ["notes.db", ["CREATE TABLE notes (text TEXT)", "INSERT INTO notes VALUES ('дорогой дневник')"]],
        ["marked.db", ["PRAGMA application_id = 252006673"]],
        ["both.db", ["PRAGMA application_id = 5", "CREATE TABLE runs (run_id TEXT)"]]
      ]
      for (const [name, statements] of files) {
        const path = join(folder, name)
        yield* writeSql(path, ...statements)
        chmodSync(path, 0o640)
        const before = readFileSync(path)
        assert.deepStrictEqual(yield* reasonOf(path), ["foreign", path])
        assert.isTrue(before.equals(readFileSync(path)))
        assert.strictEqual(modeOf(path), 0o640)
        assert.isFalse(existsSync(`${path}-wal`))
      }
    })
  )

  it.scopedLive("of a newer version is neither opened nor changed", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "chatlint.db")
      yield* openOnce(path)
      yield* writeSql(path, "INSERT INTO effect_sql_migrations (migration_id, name) VALUES (9999, 'the_future')")
      chmodSync(path, 0o640)
      const before = readFileSync(path)
      assert.deepStrictEqual(yield* reasonOf(path), ["newer", path])
      assert.isTrue(before.equals(readFileSync(path)))
      assert.strictEqual(modeOf(path), 0o640)
    })
  )

  it.scopedLive("with two hard links is opened under neither until one is removed", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const [path, other] = [join(folder, "chatlint.db"), join(folder, "other.db")]
      yield* openOnce(path)
      linkSync(path, other)
      const before = readFileSync(path)
      for (const name of [path, other]) assert.deepStrictEqual(yield* reasonOf(name), ["linked", name])
      assert.isTrue(before.equals(readFileSync(path)))
      rmSync(other)
      yield* openOnce(path)
    })
  )

  it.scopedLive("that outgrows its disk is distinguished from an unexpected fault", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "chatlint.db")
      const faults = yield* Effect.gen(function* () {
        const { sql, run } = yield* Database
        const keep = (name: string, value: string) => run(sql`INSERT INTO secrets ${sql.insert({ name, value })}`)
        yield* keep("one", "short")
        const twice = yield* Effect.flip(keep("one", "short"))
        yield* run(sql`PRAGMA max_page_count = 1`)
        return [twice, yield* Effect.flip(keep("two", "long".repeat(1_000_000)))]
      }).pipe(Effect.provide(storeAt(path)))
      assert.deepStrictEqual(
        faults.map(({ reason }) => reason),
        ["failed", "full"]
      )
      for (const locale of locales) {
        const [unforeseen = "", full = ""] = faults.map((fault) => describeStoreError(fault, locale))
        assert.include(unforeseen, "UNIQUE constraint failed")
        assert.include(full, "disk is full")
      }
    })
  )

  it.scopedLive("that is not a database is reported as such and left unchanged", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const contents = ["x", "дорогой дневник\n".repeat(2000), "SQLite format 3\u0000 but not really".padEnd(5000, "?")]
      for (const [index, content] of contents.entries()) {
        const path = join(folder, `text-${index}.db`)
        writeFileSync(path, content, { mode: 0o644 })
        assert.deepStrictEqual(yield* reasonOf(path), ["broken", path])
        assert.strictEqual(readFileSync(path, "utf8"), content)
        assert.strictEqual(modeOf(path), 0o644)
      }
    })
  )

  it.scopedLive("that was truncated is reported as damaged", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "chatlint.db")
      yield* openOnce(path)
      truncateSync(path, 4096)
      assert.deepStrictEqual(yield* reasonOf(path), ["broken", path])
    })
  )

  it.scopedLive("with unexpected rows or tables is reported as damaged, without quoting them", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const path = join(folder, "chatlint.db")
      yield* openOnce(path)
      yield* writeSql(
        path,
        `INSERT INTO findings (finding_id, business_id, chat_id, rule, severity, confidence, context, order_id, written_at,
          spans, masked_match, masked_excerpt, rule_set, first_run, last_run)
          VALUES ('f', '1001', '7', 'phone-number', 'error', 1, 'ORDER', NULL, NULL, 'no spans: 89261234567', 'm', 'e', 'r', NULL, 'run')`
      )
      const read = Effect.flatMap(Findings, ({ counts, reported }) =>
        Effect.zipRight(counts("run", [businessId]), Stream.runDrain(reported("run", [businessId])))
      )
      const error = yield* Effect.flip(Effect.provide(read, storeAt(path)))
      assert.strictEqual(error.reason, "broken")
      assert.notInclude(JSON.stringify(error), "89261234567")
      yield* writeSql(path, "DROP TABLE findings")
      assert.strictEqual((yield* Effect.flip(Effect.provide(read, storeAt(path)))).reason, "broken")
    })
  )

  const places: ReadonlyArray<readonly [string, (folder: string) => string]> = [
    ["a folder", (folder) => folder],
    ["a file in a missing folder", (folder) => join(folder, "missing", "chatlint.db")],
    ["a file in a missing folder with a telling name", (folder) => join(folder, "corrupt, malformed and busy", "x.db")],
    [
      "a file in a file",
      (folder) => {
        writeFileSync(join(folder, "plain"), "")
        return join(folder, "plain", "chatlint.db")
      }
    ],
    [
      "a file in a folder that may only be read",
      (folder) => {
        mkdirSync(join(folder, "locked"))
        chmodSync(join(folder, "locked"), 0o555)
        chmodSync(folder, 0o755)
        return join(folder, "locked", "chatlint.db")
      }
    ],
    [
      "a file that may only be read",
      (folder) => {
        chmodSync(folder, 0o777)
        writeFileSync(join(folder, "chatlint.db"), "", { mode: 0o444 })
        return join(folder, "chatlint.db")
      }
    ]
  ]
  it.scopedLive.each(places)("cannot be %s", ([, place]) =>
    Effect.gen(function* () {
      const path = place(yield* temporaryFolder)
      yield* Effect.scoped(
        Effect.gen(function* () {
          yield* withoutRoot
          assert.deepStrictEqual(yield* reasonOf(path), ["unwritable", path])
        })
      )
      assert.isFalse(existsSync(`${path}-wal`))
    })
  )

  it.live("returns a text in full, with a replacement character for NUL", () =>
    Effect.gen(function* () {
      const { sql } = yield* Database
      const rows = yield* sql`SELECT ${"8 926\u0000 555"} AS text`
      assert.deepStrictEqual({ ...rows[0] }, { text: "8 926\ufffd 555" })
    }).pipe(Effect.provide(storeAt(":memory:")))
  )

  it.live("can be in memory", () =>
    Effect.gen(function* () {
      const key = yield* Effect.provide(identityKey, storeAt(":memory:"))
      assert.match(key, /^[0-9a-f]{64}$/)
      assert.isFalse(existsSync(":memory:"))
    })
  )
})
