import { Effect } from "effect"
import { identityKey } from "../../../src/store/identityKey.ts"
import { storeAt } from "../temporaryStore.ts"

// Opens the database named on its command line, makes it if need be, and tells the key of its findings' ids.
const tell = Effect.flatMap(identityKey, (key) => Effect.sync(() => process.stdout.write(`key ${key}.\n`)))

await Effect.runPromise(Effect.provide(tell, storeAt(process.argv[2] ?? "")))
