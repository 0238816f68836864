import { Either } from "effect"
import type { DraftError } from "../../drafts/DraftError.ts"
import { decodeFile } from "../../drafts/decodeFile.ts"
import { type DraftSource, readDrafts } from "../../drafts/readDrafts.ts"
import type { JudgedFile } from "./draftFindings.ts"
import type { DraftJudge } from "./judgeDraft.ts"

/** The result of reading and judging a file. */
export interface FileJudgement {
  /** None if the bytes are not text. */
  readonly judged: JudgedFile | undefined
  /** What could not be read; the rest was judged. */
  readonly errors: ReadonlyArray<DraftError>
}

/** Reads and judges the bytes of a file. Pure. */
export const judgeDraftFile = (
  path: string,
  bytes: Uint8Array,
  source: DraftSource,
  judge: DraftJudge
): FileJudgement => {
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
