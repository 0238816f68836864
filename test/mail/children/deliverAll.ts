import { Effect, Option } from "effect"
import { deliver } from "../../../src/mail/deliver.ts"
import { layerSmtp } from "../../../src/mail/SmtpMailer.ts"
import { storeAt } from "../../store/temporaryStore.ts"
import { serverAt } from "../mails.ts"

// Delivers the outbox of a database to a port, both given on the command line, and prints how many mails were sent.
const [path = "", port = ""] = process.argv.slice(2)
const { sent } = await Effect.runPromise(
  Effect.provide(Effect.provide(deliver, layerSmtp(serverAt(Number(port)), Option.none())), storeAt(path))
)
process.stdout.write(`sent ${sent}.\n`)
