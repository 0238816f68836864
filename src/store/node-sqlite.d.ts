// The part of Node's built-in SQLite that is used. The project is checked against the types of Node 20, which lack the
// module; it is stable from Node 24 on (https://nodejs.org/docs/latest-v24.x/api/sqlite.html).
declare module "node:sqlite" {
  export class StatementSync {
    all(...parameters: ReadonlyArray<unknown>): Array<unknown>
    iterate(...parameters: ReadonlyArray<unknown>): IterableIterator<unknown>
    setReturnArrays(enabled: boolean): void
    setReadBigInts(enabled: boolean): void
  }
  export class DatabaseSync {
    constructor(filename: string)
    exec(sql: string): void
    prepare(sql: string): StatementSync
    close(): void
  }
}
