import { describe, expect, it } from "@effect/vitest"
import { Chunk, Effect, Ref, Stream } from "effect"
import { ChatId } from "../../src/domain/Chat.ts"
import { reportFormats } from "../../src/report/reportFormats.ts"
import { xlsx } from "../../src/report/xlsx.ts"
import { finding, optionsFor, report } from "./sampleReports.ts"

const pageSize = 50
const pages = 1000

/** The text formats; a workbook comes in compressed pieces. */
const streamed = Object.values(reportFormats).filter(({ isBinary }) => !isBinary)

describe.each(streamed)("streaming, $name", (format) => {
  it.effect("writes each finding before it requests the next", () =>
    Effect.gen(function* () {
      const pulled = yield* Ref.make(0)
      const findings = Stream.range(1, pages, 1).pipe(
        Stream.tap(() => Ref.update(pulled, (count) => count + pageSize)),
        Stream.mapConcatChunk((page) =>
          Chunk.makeBy(pageSize, (index) => finding({ id: `${page}-${index}`, chatId: ChatId.make(String(page)) }))
        )
      )
      const seen = { findings: 0, widestGap: 0 }
      yield* format.write(report({ findings }), optionsFor("ru")).pipe(
        Stream.runForEach((piece) =>
          Effect.map(Ref.get(pulled), (count) => {
            seen.findings += typeof piece === "string" && piece.includes("+7926•••••67") ? 1 : 0
            seen.widestGap = Math.max(seen.widestGap, count - seen.findings)
          })
        )
      )
      expect(seen.findings).toBe(pages * pageSize)
      // One page has been read when its first finding is written.
      expect(seen.widestGap).toBeLessThanOrEqual(pageSize)
    })
  )

  it.effect("requests nothing more when its reader has gone", () =>
    Effect.gen(function* () {
      const pulled = yield* Ref.make(0)
      const findings = Stream.repeatEffect(
        Effect.as(
          Ref.update(pulled, (count) => count + 1),
          finding({})
        )
      )
      yield* format.write(report({ findings }), optionsFor("ru")).pipe(Stream.take(20), Stream.runDrain)
      expect(yield* Ref.get(pulled)).toBeLessThanOrEqual(20)
    })
  )
})

describe("streaming, xlsx", () => {
  it.effect("packs findings before it requests more, and requests nothing more when its reader has gone", () =>
    Effect.gen(function* () {
      const pulled = yield* Ref.make(0)
      const findings = Stream.repeatEffect(
        Effect.map(
          Ref.updateAndGet(pulled, (count) => count + 1),
          (count) => finding({ id: String(count) })
        )
      )
      const pieces = yield* xlsx.write(report({ findings }), optionsFor("ru")).pipe(Stream.take(60), Stream.runCollect)
      // A row of the sheet takes a kilobyte, and the compression buffers some hundred kilobytes.
      expect(yield* Ref.get(pulled)).toBeLessThan(60 * 200)
      expect(Chunk.reduce(pieces, 0, (sum, { length }) => sum + length)).toBeGreaterThan(10_000)
    })
  )
})
