import { compareMessageIds, type Message, type MessageId } from "../domain/Message.ts"

/** Remembers those so many messages of the newest ids that it was shown, in any order, in bounded memory. */
export class NewestMessages {
  readonly #count: number
  /** Newest first. */
  readonly #messages: Array<Message> = []

  constructor(count: number) {
    this.#count = count
  }

  add(message: Message): void {
    const place = this.#messages.findIndex((known) => compareMessageIds(message.id, known.id) >= 0)
    if (this.#messages[place]?.id === message.id) return
    this.#messages.splice(place === -1 ? this.#messages.length : place, 0, message)
    if (this.#messages.length > this.#count) this.#messages.pop()
  }

  /** Newest first. */
  get all(): ReadonlyArray<Message> {
    return this.#messages
  }

  /** Whether there were at least as many as are remembered. */
  get isFull(): boolean {
    return this.#messages.length === this.#count
  }

  get newest(): MessageId | undefined {
    return this.#messages[0]?.id
  }

  get oldest(): MessageId | undefined {
    return this.#messages.at(-1)?.id
  }
}
