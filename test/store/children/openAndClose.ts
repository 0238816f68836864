import { Effect } from "effect"
import { identityKey } from "../../../src/store/identityKey.ts"
import { storeAt } from "../temporaryStore.ts"

// Opens or creates the database named on the command line and prints the key of its finding ids.
const printKey = Effect.flatMap(identityKey, (key) => Effect.sync(() => process.stdout.write(`key ${key}.\n`)))

await Effect.runPromise(Effect.provide(printKey, storeAt(process.argv[2] ?? "")))
