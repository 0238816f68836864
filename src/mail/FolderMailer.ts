import { join } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Layer, type Option } from "effect"
import type { DkimKey } from "./MailAccount.ts"
import { FolderUnwritable } from "./MailError.ts"
import { Mailer } from "./Mailer.ts"
import { signMail } from "./signMail.ts"

/**
 * Writes each mail into a folder instead of sending it, as `<local part of its Message-ID>.eml`, readable only by its
 * owner. The file name contains no external text.
 */
export const layerFolder = (
  folder: string,
  dkim: Option.Option<DkimKey>
): Layer.Layer<Mailer, never, FileSystem.FileSystem> =>
  Layer.effect(
    Mailer,
    Effect.map(FileSystem.FileSystem, (files) => ({
      send: ({ messageId, content }) => {
        const path = join(folder, `${messageId.slice(0, messageId.indexOf("@"))}.eml`)
        return Effect.gen(function* () {
          yield* files.makeDirectory(folder, { recursive: true, mode: 0o700 })
          yield* files.writeFile(path, yield* signMail(content, dkim), { mode: 0o600 })
        }).pipe(Effect.mapError(() => new FolderUnwritable({ path })))
      }
    }))
  )
