import { compareMessageIds, type Message, type MessageId } from "../domain/Message.ts"

/** Keeps the given number of messages with the newest ids, added in any order. */
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

  /** Whether at least as many messages were added as are kept. */
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
