import { compareMessageIds, type MessageId } from "../domain/Message.ts"

/** Remembers the newest so many message ids of those it was shown, in any order, in bounded memory. */
export class NewestMessages {
  readonly #count: number
  /** Newest first. */
  readonly #ids: Array<MessageId> = []

  constructor(count: number) {
    this.#count = count
  }

  add(id: MessageId): void {
    const place = this.#ids.findIndex((known) => compareMessageIds(id, known) >= 0)
    if (this.#ids[place] === id) return
    this.#ids.splice(place === -1 ? this.#ids.length : place, 0, id)
    if (this.#ids.length > this.#count) this.#ids.pop()
  }

  /** Whether there were at least as many as are remembered. */
  get isFull(): boolean {
    return this.#ids.length === this.#count
  }

  get newest(): MessageId | undefined {
    return this.#ids[0]
  }

  get oldest(): MessageId | undefined {
    return this.#ids.at(-1)
  }
}
