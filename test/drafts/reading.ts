import { Either } from "effect"
import { formatOfName } from "../../src/drafts/DraftFormat.ts"
import { decodeFile } from "../../src/drafts/decodeFile.ts"
import { locateIn } from "../../src/drafts/MappedText.ts"
import type { Reading } from "../../src/drafts/ReadText.ts"
import { readerOf } from "../../src/drafts/readTexts.ts"
import { anyMessage, type ValueSelection } from "../../src/drafts/valueSelection.ts"

/** A text of a file, and the bytes at its place. */
export interface CutText {
  readonly key: string
  readonly text: string
  /** The joined bytes at the places of a range of the text. */
  readonly cut: (start: number, end: number) => string
}

const decoders = { "utf-8": "utf-8", "utf-16le": "utf-16le", "utf-16be": "utf-16be", "windows-1251": "windows-1251" }

/** Reads a file in the format of its name, with the bytes at the places of its texts. */
export const readBytes = async (
  name: string,
  bytes: Uint8Array,
  encoding: keyof typeof decoders = "utf-8",
  selection: ValueSelection = anyMessage
): Promise<{ readonly texts: ReadonlyArray<CutText>; readonly errors: Reading["errors"] }> => {
  const decoded = decodeFile(name, bytes)
  if (Either.isLeft(decoded)) return { texts: [], errors: [decoded.left] }
  const format = formatOfName(name)
  const read = await readerOf(format._tag === "Some" ? format.value : "text")
  const { texts, errors } = read(decoded.right, selection)
  return {
    texts: texts.map(({ key, mapped }) => {
      const locate = locateIn(decoded.right, mapped)
      return {
        key,
        text: mapped.text,
        cut: (start, end) =>
          locate(start, end)
            .map((range) =>
              new TextDecoder(decoders[encoding], { ignoreBOM: true }).decode(
                bytes.subarray(range.start.byte, range.end.byte)
              )
            )
            .join("")
      }
    }),
    errors
  }
}

export const readString = (name: string, text: string, selection?: ValueSelection) =>
  readBytes(name, new TextEncoder().encode(text), "utf-8", selection)
