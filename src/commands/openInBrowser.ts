import { spawn } from "node:child_process"
import { Duration, Effect } from "effect"
import type { Environment } from "../config/Given.ts"

/** Where the program runs, as far as it says whether somebody could see a browser. */
export interface Desktop {
  readonly platform: NodeJS.Platform
  readonly environment: Environment
  /** Whether a person reads what is written. */
  readonly isTerminal: boolean
}

/** A browser that stays open keeps its starter running: by then it has not failed. */
const longestStart = Duration.seconds(3)

/** What opens an address with the program of the user's choice; none where nobody would see it. */
const openerFor = ({ platform, environment, isTerminal }: Desktop): readonly [string, ...Array<string>] | undefined => {
  if (!isTerminal || environment.CI) return undefined
  // Whoever came over the network sits before another screen.
  const isFar = Boolean(environment.SSH_CONNECTION)
  if (platform === "darwin") return isFar ? undefined : ["open"]
  if (platform === "win32") return isFar ? undefined : ["rundll32.exe", "url.dll,FileProtocolHandler"]
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ["xdg-open"] : undefined
}

/** Shows an address in the user's browser; whether that was possible. It never fails: the address can be opened by hand. */
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
