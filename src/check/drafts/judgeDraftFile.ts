import { Either } from "effect"
import type { DraftError } from "../../drafts/DraftError.ts"
import { decodeFile } from "../../drafts/decodeFile.ts"
import { type DraftSource, readDrafts } from "../../drafts/readDrafts.ts"
import type { JudgedFile } from "./draftFindings.ts"
import type { DraftJudge } from "./judgeDraft.ts"

/** A file that was looked at. */
export interface LookedAt {
  /** None where the bytes are no text. */
  readonly judged: JudgedFile | undefined
  /** What could not be read; the rest was. */
  readonly errors: ReadonlyArray<DraftError>
}

/** Reads and judges the bytes of a file. Pure. */
export const judgeDraftFile = (path: string, bytes: Uint8Array, source: DraftSource, judge: DraftJudge): LookedAt => {
  const decoded = decodeFile(path, bytes)
  if (Either.isLeft(decoded)) return { judged: undefined, errors: [decoded.left] }
  const { variants, errors } = readDrafts(decoded.right, source)
  return {
    judged: {
      file: decoded.right,
      source,
      isWhole: errors.length === 0,
      variants,
      violations: variants.flatMap(judge)
    },
    errors
  }
}
