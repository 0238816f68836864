import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { type Desktop, openInBrowser } from "../../src/commands/openInBrowser.ts"
import { temporaryFolder } from "./scanSandbox.ts"

const address = "file:///tmp/mail%20of%20today.html"

/** A desktop whose opener records its arguments and ends with the exit code. */
const desktopWith = (exitCode: number) =>
  Effect.map(temporaryFolder, (folder) => {
    const opener = join(folder, "xdg-open")
    const note = join(folder, "opened")
    writeFileSync(opener, `#!/bin/sh\nprintf '%s' "$*" > '${note}'\nexit ${exitCode}\n`)
    chmodSync(opener, 0o755)
    const desktop: Desktop = { platform: "linux", environment: { PATH: folder, DISPLAY: ":0" }, isTerminal: true }
    return { desktop, opened: () => (existsSync(note) ? readFileSync(note, "utf8") : undefined) }
  })

describe.skipIf(process.platform === "win32")("a page", () => {
  it.scopedLive("is opened by the desktop's own program", () =>
    Effect.gen(function* () {
      const { desktop, opened } = yield* desktopWith(0)
      assert.isTrue(yield* openInBrowser(address, desktop))
      assert.strictEqual(opened(), address)
    })
  )

  it.scopedLive("counts as not shown if that program fails or is missing", () =>
    Effect.gen(function* () {
      const { desktop } = yield* desktopWith(3)
      assert.isFalse(yield* openInBrowser(address, desktop))
      assert.isFalse(yield* openInBrowser(address, { ...desktop, environment: { PATH: "/nowhere", DISPLAY: ":0" } }))
    })
  )

  it.scopedLive("is not opened where nobody would see it", () =>
    Effect.gen(function* () {
      const { desktop, opened } = yield* desktopWith(0)
      const { environment } = desktop
      const unseen: ReadonlyArray<Desktop> = [
        { ...desktop, isTerminal: false },
        { ...desktop, environment: { ...environment, DISPLAY: "" } },
        { ...desktop, environment: { ...environment, CI: "true" } },
        { platform: "darwin", environment: { ...environment, SSH_CONNECTION: "10.0.0.1 22" }, isTerminal: true }
      ]
      for (const one of unseen) assert.isFalse(yield* openInBrowser(address, one))
      assert.isUndefined(opened())
    })
  )
})
