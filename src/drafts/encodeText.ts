import { Option } from "effect"
import type { Encoding } from "./SourceFile.ts"

/** The byte of each character in Windows-1251; computed when first needed. */
let cyrillicBytes: ReadonlyMap<string, number> | undefined

const bytesOfCyrillic = (): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder("windows-1251")
  cyrillicBytes ??= new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const)
  )
  return cyrillicBytes
}

/** Encodes a text without a byte order mark; none if the encoding lacks one of its characters. */
export const encodeText = (text: string, encoding: Encoding): Option.Option<Uint8Array> => {
  switch (encoding) {
    case "utf-8":
      return Option.some(Buffer.from(text, "utf8"))
    case "utf-16le":
      return Option.some(Buffer.from(text, "utf16le"))
    case "utf-16be":
      return Option.some(Buffer.from(text, "utf16le").swap16())
    case "windows-1251": {
      const known = bytesOfCyrillic()
      const bytes = Array.from(text, (character) => known.get(character))
      return bytes.every((byte) => byte !== undefined) ? Option.some(Uint8Array.from(bytes)) : Option.none()
    }
  }
}
