import { Either } from "effect"
import { describe, expect, it } from "vitest"
import { decodeFile } from "../../src/drafts/decodeFile.ts"

/** Encodes a text with one byte per letter. */
const bytesIn = (encoding: string, text: string): Uint8Array => {
  const decoder = new TextDecoder(encoding)
  const letters = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)))
  return Uint8Array.from(Array.from(text, (letter) => letters.indexOf(letter)))
}

const read = (...pieces: ReadonlyArray<Uint8Array>) =>
  Either.match(decodeFile("a.txt", Buffer.concat(pieces)), {
    onLeft: ({ problem }) => problem,
    onRight: ({ encoding, text }) => [encoding, text]
  })

describe("the encoding of a file", () => {
  it("is Windows-1251 in small letters, in capitals and in a few words", () => {
    for (const text of [
      "Позвоните нам по телефону, перейдём в вацап",
      "ПОЗВОНИТЕ НАМ ПО ТЕЛЕФОНУ, СРОЧНО",
      "ДА",
      "Ёлка; РУССКИЙ СЁРФИНГ",
      "Сёстры Сёмины: «Сё ля ви»"
    ]) {
      expect(read(bytesIn("windows-1251", text)), text).toEqual(["windows-1251", text])
    }
  })

  it("is refused if it is another one, so that gibberish is not reported as clean", () => {
    expect(read(bytesIn("koi8-r", "Позвоните нам по телефону, перейдём в вацап"))).toBe("notUtf8")
    expect(read(bytesIn("windows-1251", "Добрый день\n"), Buffer.from("Пишите в вацап\n"))).toBe("notUtf8")
    expect(read(Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from("Д\0а\0", "utf16le"))).toBe("notUtf8")
  })
})
