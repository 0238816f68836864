import { existsSync } from "node:fs"
import { Effect, type Scope } from "effect"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"

/** A browser that was named has to be there: whoever names one wants these tests. */
const named = process.env.CHROMIUM_PATH ?? ""
if (named !== "" && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`)

/** Where Debian, Fedora and the makers of the browser put it. */
const executable = [named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => path !== "" && existsSync(path)
)

/** Why tests with a browser are left out; empty where there is one. */
export const noBrowser =
  executable === undefined ? " (left out: no Chromium is installed; set CHROMIUM_PATH or install chromium)" : ""

// A skipped test is one number among thousands.
if (executable === undefined) console.warn(`TESTS IN A BROWSER ARE NOT RUN${noBrowser}`)

/** No browser here asks its makers for anything. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
]

/** A browser that ends with the scope. */
export const startBrowser: Effect.Effect<Browser, never, Scope.Scope> = Effect.acquireRelease(
  Effect.promise(() => chromium.launch({ ...(executable ? { executablePath: executable } : {}), args: quiet })),
  (browser) => Effect.promise(() => browser.close())
)

/** A page that shows the document, with everything that it asked the network for or complained of. */
export interface ShownPage {
  readonly page: Page
  readonly requests: ReadonlyArray<string>
  readonly complaints: ReadonlyArray<string>
}

/** Shows a document as from a file. */
export const showDocument = (
  browser: Browser,
  document: string,
  options: BrowserContextOptions = {}
): Effect.Effect<ShownPage, never, Scope.Scope> =>
  Effect.gen(function* () {
    const context = yield* Effect.acquireRelease(
      Effect.promise(() => browser.newContext(options)),
      (opened) => Effect.promise(() => opened.close())
    )
    const address = "http://report.test/"
    const requests: Array<string> = []
    const complaints: Array<string> = []
    return yield* Effect.promise(async () => {
      await context.route("**/*", (route) => {
        if (route.request().url() === address) return route.fulfill({ contentType: "text/html", body: document })
        requests.push(route.request().url())
        return route.abort()
      })
      const page = await context.newPage()
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text())
      })
      page.on("pageerror", (error) => complaints.push(String(error)))
      page.on("dialog", (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`)
        return dialog.dismiss()
      })
      await page.goto(address)
      return { page, requests, complaints }
    })
  })
