import { Stream } from "effect"
import { Zip, ZipDeflate } from "fflate"

/** A file to pack. Its content is read only after the files before it are packed. */
export interface FileToPack<E> {
  readonly name: string
  readonly content: Stream.Stream<string, E>
}

const nothing = new Uint8Array(0)

/**
 * Packs files in order into a ZIP archive and emits each piece as soon as it is compressed, so memory use does not
 * depend on the length of the files.
 */
export const packFiles = <E>(files: ReadonlyArray<FileToPack<E>>): Stream.Stream<Uint8Array, E> =>
  Stream.suspend(() => {
    const encoder = new TextEncoder()
    let packed: Array<Uint8Array> = []
    const archive = new Zip((error, piece) => {
      if (error !== null) throw error
      packed.push(piece)
    })
    const takePacked = (): ReadonlyArray<Uint8Array> => {
      const pieces = packed
      packed = []
      return pieces
    }
    const pack = ({ name, content }: FileToPack<E>): Stream.Stream<Uint8Array, E> =>
      Stream.suspend(() => {
        const file = new ZipDeflate(name)
        archive.add(file)
        const add = (bytes: Uint8Array, isLast: boolean) => {
          file.push(bytes, isLast)
          return takePacked()
        }
        return content.pipe(
          Stream.mapConcat((text) => add(encoder.encode(text), false)),
          Stream.concat(Stream.suspend(() => Stream.fromIterable(add(nothing, true))))
        )
      })
    const end = Stream.suspend(() => {
      archive.end()
      return Stream.fromIterable(takePacked())
    })
    return Stream.concat(Stream.flatMap(Stream.fromIterable(files), pack), end)
  })
