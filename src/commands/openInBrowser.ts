import { spawn } from "node:child_process"
import { Duration, Effect } from "effect"
import type { Environment } from "../config/Given.ts"

/** The facts that show whether the user could see a browser. */
export interface Desktop {
  readonly platform: NodeJS.Platform
  readonly environment: Environment
  /** Whether standard error is a terminal. */
  readonly isTerminal: boolean
}

/** An opener that runs longer has become the browser itself and counts as successful. */
const longestStart = Duration.seconds(3)

/** The command that opens an address; undefined if nobody would see the browser. */
const openerFor = ({ platform, environment, isTerminal }: Desktop): readonly [string, ...Array<string>] | undefined => {
  if (!isTerminal || environment.CI) return undefined
  // A user connected over SSH is at another screen.
  const isFar = Boolean(environment.SSH_CONNECTION)
  if (platform === "darwin") return isFar ? undefined : ["open"]
  if (platform === "win32") return isFar ? undefined : ["rundll32.exe", "url.dll,FileProtocolHandler"]
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ["xdg-open"] : undefined
}

/**
 * Opens an address in the user's browser and returns whether that succeeded. Never fails, since the user can open the
 * address by hand.
 */
export const openInBrowser = (address: string, desktop: Desktop): Effect.Effect<boolean> => {
  const opener = openerFor(desktop)
  if (opener === undefined) return Effect.succeed(false)
  const [command, ...parameters] = opener
  return Effect.async<boolean>((resume) => {
    const child = spawn(command, [...parameters, address], {
      stdio: "ignore",
      detached: true,
      env: desktop.environment
    })
    child.on("error", () => resume(Effect.succeed(false)))
    child.on("exit", (exitCode) => resume(Effect.succeed(exitCode === 0)))
    child.unref()
  }).pipe(Effect.timeoutTo({ duration: longestStart, onSuccess: (opened) => opened, onTimeout: () => true }))
}
