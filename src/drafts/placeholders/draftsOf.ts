import type { Hole } from "../../domain/Draft.ts"
import { locateIn, type MappedText, MappedTextBuilder, type Stretch } from "../MappedText.ts"
import type { ReadDraft } from "../ReadDraft.ts"
import type { ReadText, WrittenText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import { type FoundHole, findHoles } from "./findHoles.ts"
import { icuBranches } from "./icuBranches.ts"
import { looseHoles } from "./looseHoles.ts"
import type { PlaceholderSyntax } from "./PlaceholderSyntax.ts"

/**
 * The drafts that a text of a file may become when it is sent: one for every branch of its plurals and selects, one
 * with the fallbacks of its placeholders, and one for each other literal in a placeholder.
 */
export const draftsOf = (
  file: SourceFile,
  { key, mapped, written }: ReadText,
  syntaxes: ReadonlySet<PlaceholderSyntax>
): ReadonlyArray<ReadDraft> => {
  const draft = (shown: MappedText, holes: ReadonlyArray<Hole>, whole: WrittenText | undefined): ReadDraft => ({
    path: file.path,
    key,
    text: shown.text,
    holes,
    locate: locateIn(file, shown),
    mapped: shown,
    written: whole
  })
  const branches = syntaxes.has("icu") ? icuBranches(mapped) : []
  const shown = branches.length > 0 ? branches : [{ mapped, numbers: [] }]
  return shown.flatMap((branch): ReadonlyArray<ReadDraft> => {
    const holes = findHoles(branch.mapped.text, syntaxes)
    const whole = branches.length > 0 ? undefined : written
    const asWritten = draft(
      branch.mapped,
      inOrder([...holes.map(holeOf), ...branch.numbers, ...looseHoles(branch.mapped.text, syntaxes, holes)]),
      whole
    )
    const literals = holes.flatMap((hole) => hole.literals)
    return [
      asWritten,
      ...(holes.some(({ fallback }) => fallback !== undefined) ? [withFallbacks(branch.mapped, holes, draft)] : []),
      ...literals.map((literal) => draft(cut(branch.mapped, literal), [], undefined))
    ]
  })
}

const holeOf = ({ start, end, name }: FoundHole): Hole => ({ start, end, name })

const inOrder = (holes: ReadonlyArray<Hole>): ReadonlyArray<Hole> =>
  holes.toSorted((one, other) => one.start - other.start)

const cut = (mapped: MappedText, { start, end }: Stretch): MappedText => {
  const builder = new MappedTextBuilder(mapped.sourceAt(start))
  mapped.copyTo(builder, start, end)
  return builder.build()
}

const withFallbacks = (
  mapped: MappedText,
  holes: ReadonlyArray<FoundHole>,
  draft: (shown: MappedText, holes: ReadonlyArray<Hole>, whole: undefined) => ReadDraft
): ReadDraft => {
  const builder = new MappedTextBuilder(mapped.sourceAt(0))
  const left: Array<Hole> = []
  let position = 0
  for (const { start, end, name, fallback } of holes) {
    mapped.copyTo(builder, position, start)
    const at = builder.text.length
    if (fallback === undefined) {
      mapped.copyTo(builder, start, end)
      left.push({ start: at, end: builder.text.length, name })
    } else mapped.copyTo(builder, fallback.start, fallback.end)
    position = end
  }
  mapped.copyTo(builder, position, mapped.text.length)
  return draft(builder.build(), left, undefined)
}
