import { spawn } from "node:child_process"
import { basename } from "node:path"
import { fileURLToPath } from "node:url"
import { Effect, type Scope } from "effect"
import { build } from "esbuild"

/** A running process. */
export interface Child {
  /** Waits until the process has printed the text. */
  readonly printed: (word: string) => Effect.Effect<void>
  readonly kill: (signal: "SIGKILL" | "SIGTERM") => Effect.Effect<void>
  /** The exit code; null if a signal ended the process. */
  readonly ended: Effect.Effect<number | null>
}

const place = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const bundles = new Map<string, Promise<string>>()

const bundle = async (name: string): Promise<string> => {
  // Next to node_modules, so that packages left out of the bundle are resolved.
  const outfile = place(`../../node_modules/.cache/chatlint/${basename(name)}-${process.env.VITEST_POOL_ID ?? "1"}.mjs`)
  await build({
    entryPoints: [place(`./children/${name}.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["libsql"],
    logLevel: "error",
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" }
  })
  return outfile
}

/** Bundles a program of `children/` once, so that Node can run it. */
const bundled = (name: string): Promise<string> => {
  const known = bundles.get(name) ?? bundle(name)
  bundles.set(name, known)
  return known
}

/** Starts a program of `children/`, or a path relative to it; the scope's end kills it. */
export const startChild = (
  name: string,
  ...parameters: ReadonlyArray<string>
): Effect.Effect<Child, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.promise(async () =>
        spawn(process.execPath, [await bundled(name), ...parameters], { stdio: ["ignore", "pipe", "inherit"] })
      ),
      (child) => Effect.sync(() => child.kill("SIGKILL"))
    ),
    (child): Child => {
      let output = ""
      child.stdout.setEncoding("utf8").on("data", (piece: string) => {
        output += piece
      })
      const ended = new Promise<number | null>((resolve) => {
        child.on("close", resolve)
      })
      return {
        printed: (word) =>
          Effect.async<void>((resume) => {
            const look = () => {
              if (output.includes(word)) resume(Effect.void)
            }
            child.stdout.on("data", look)
            look()
          }),
        kill: (signal) => Effect.sync(() => child.kill(signal)),
        ended: Effect.promise(() => ended)
      }
    }
  )
