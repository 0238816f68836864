import { originalRange, type TextRange } from "../../text/FoldedText.ts"
import { overlap } from "../../text/overlap.ts"
import type { MessageReading } from "../message/MessageReading.ts"

/** A candidate of a detector, independent of the rules. Offsets into the original text. */
export interface TracedCandidate extends TextRange {
  /** `digits` is a run that is neither a phone nor a card. */
  readonly detector: "phone" | "link" | "email" | "card" | "digits"
  readonly normalized: string
  /** How likely it is what it seems, judging by its form alone; undefined if the detector does not weigh it. */
  readonly form: number | undefined
}

/** The candidates of the detectors in a message, in the order of the text. */
export const tracedCandidates = (reading: MessageReading): ReadonlyArray<TracedCandidate> => {
  const at = (range: TextRange): TextRange => originalRange(reading.folded, range)
  const phones = reading.phones()
  const { links, emails } = reading.addresses()
  const cards = reading.cards()
  const taken: ReadonlyArray<TextRange> = [...phones, ...links, ...emails, ...cards]
  const runs = reading.numberRuns().filter((run) => !taken.some((range) => overlap(range, run)))
  const found: ReadonlyArray<TracedCandidate> = [
    ...phones.map((phone) => ({
      ...at(phone),
      detector: "phone" as const,
      normalized: phone.number,
      form: phone.form
    })),
    ...links.map((link) => ({ ...at(link), detector: "link" as const, normalized: link.host, form: link.form })),
    ...emails.map((email) => ({
      ...at(email),
      detector: "email" as const,
      normalized: email.address,
      form: email.form
    })),
    ...cards.map((card) => ({ ...at(card), detector: "card" as const, normalized: card.digits, form: card.form })),
    ...runs.map((run) => ({
      ...at(run),
      detector: "digits" as const,
      normalized: run.parts.map(({ digits }) => digits).join(""),
      form: undefined
    }))
  ]
  return found.toSorted((one, other) => one.start - other.start)
}
