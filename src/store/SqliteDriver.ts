/** A prepared statement. Rows are records, or arrays of column values. */
export interface SqliteStatement {
  readonly all: (parameters: ReadonlyArray<unknown>) => ReadonlyArray<unknown>
  readonly allArrays: (parameters: ReadonlyArray<unknown>) => ReadonlyArray<ReadonlyArray<unknown>>
  /** Iterates over rows, for results that should not be held in memory. */
  readonly iterate: (parameters: ReadonlyArray<unknown>) => Iterable<unknown>
}

/** An open database file. Every method is synchronous and throws SQLite's errors. */
export interface SqliteDriver {
  readonly exec: (sql: string) => void
  readonly prepare: (sql: string) => SqliteStatement
  readonly close: () => void
}

/** The first Node version whose built-in SQLite is stable and emits no warning. */
const builtInSince = 24

const openBuiltIn = async (filename: string): Promise<SqliteDriver> => {
  const { DatabaseSync } = await import("node:sqlite")
  const database = new DatabaseSync(filename)
  return {
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
    prepare: (sql) => {
      const records = database.prepare(sql)
      return {
        all: (parameters) => records.all(...parameters),
        iterate: (parameters) => records.iterate(...parameters),
        allArrays: (parameters) => {
          const arrays = database.prepare(sql)
          arrays.setReturnArrays(true)
          return arrays.all(...parameters).filter(Array.isArray)
        }
      }
    }
  }
}

const openLibsql = async (filename: string): Promise<SqliteDriver> => {
  const { default: Database } = await import("libsql")
  const database = new Database(filename)
  return {
    exec: (sql) => {
      database.exec(sql)
    },
    close: () => {
      database.close()
    },
    prepare: (sql) => {
      const statement = database.prepare(sql)
      return {
        all: (parameters) => {
          if (statement.reader) return statement.raw(false).all(...parameters)
          statement.run(...parameters)
          return []
        },
        iterate: (parameters) => statement.raw(false).iterate(...parameters),
        allArrays: (parameters) =>
          statement
            .raw(true)
            .all(...parameters)
            .filter(Array.isArray)
      }
    }
  }
}

/**
 * Opens a database with Node's built-in SQLite where it is stable, otherwise with libsql, whose npm packages include
 * binaries and need no install script.
 *
 * @param filename a path, or ":memory:".
 */
export const openSqlite = (filename: string): Promise<SqliteDriver> =>
  Number.parseInt(process.versions.node, 10) >= builtInSince ? openBuiltIn(filename) : openLibsql(filename)
