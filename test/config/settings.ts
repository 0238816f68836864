import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { Effect, type Scope } from "effect"
import type { Environment } from "../../src/config/Given.ts"
import { type Flags, readSettings } from "../../src/config/Settings.ts"

/** A temporary folder with these files, removed with the scope. */
export const folderWith = (files: Readonly<Record<string, string>> = {}): Effect.Effect<string, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const folder = mkdtempSync(join(tmpdir(), "chatlint-config-"))
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), text)
      }
      return folder
    }),
    (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
  )

export const key = "ACMA:I4c4CxCSYaI41RSC2uYWP2qj3Rhhm4knMiBEga5K:151c0664"

/** Reads the settings as a command in this folder would. */
export const settingsIn = (folder: string, flags: Flags = {}, environment: Environment = { CHATLINT_API_KEY: key }) =>
  Effect.provide(readSettings(flags, environment, folder), NodeFileSystem.layer)
