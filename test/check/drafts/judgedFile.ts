import { Either, Option } from "effect"
import type { JudgedFile } from "../../../src/check/drafts/draftFindings.ts"
import { makeDraftJudge } from "../../../src/check/drafts/judgeDraft.ts"
import { type DraftFormat, formatOfName } from "../../../src/drafts/DraftFormat.ts"
import { decodeFile } from "../../../src/drafts/decodeFile.ts"
import { holeJudge } from "../../../src/drafts/placeholders/contactHoles.ts"
import { defaultSource, readDrafts } from "../../../src/drafts/readDrafts.ts"
import { readerOf } from "../../../src/drafts/readTexts.ts"
import { shippedRules } from "../../engine/shippedRules.ts"

const judgeOptions = { ruleSet: shippedRules, region: "RU", locale: "ru", allowLists: [], minConfidence: 0 } as const

/** Reads and judges a file with the shipped rules. */
export const judgedFile = async (
  path: string,
  source: string,
  { reveal = false, format: named }: { reveal?: boolean; format?: DraftFormat | undefined } = {}
): Promise<JudgedFile> => {
  const file = Either.getOrThrow(decodeFile(path, new TextEncoder().encode(source)))
  const format = named ?? Option.getOrElse(formatOfName(path), () => "text" as const)
  const read = defaultSource(format, await readerOf(format))
  const { variants, errors } = readDrafts(file, read)
  const judge = makeDraftJudge({ ...judgeOptions, reveal, holes: holeJudge({}) })
  return { file, source: read, isWhole: errors.length === 0, variants, violations: variants.flatMap(judge) }
}
