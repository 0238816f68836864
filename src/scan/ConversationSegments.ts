import { Option } from "effect"
import { compareMessageIds, type Message } from "../domain/Message.ts"

/** A chat of so many messages is judged in one piece; 2,000 messages are a few megabytes. */
const longestSegment = 2_000

/** By date, and by id where dates are equal or missing: ids look like the time of writing in microseconds. */
const compareTwo = (left: Message, right: Message): number => {
  const dates = Option.all([left.at, right.at])
  const byDate = Option.isSome(dates) ? dates.value[0] - dates.value[1] : 0
  return byDate || compareMessageIds(left.id, right.id)
}

/**
 * By date and by id, whatever the order in which they come. A message without a date takes that of the one before it by
 * id: comparing some pairs by date and others by id alone would give no order at all.
 */
const inOrder = (messages: ReadonlyArray<Message>): Array<Message> => {
  const byId = messages.toSorted((left, right) => compareMessageIds(left.id, right.id))
  let at = Option.getOrElse(Option.firstSomeOf(byId.map((message) => message.at)), () => 0)
  return byId
    .map((message) => {
      at = Option.getOrElse(message.at, () => at)
      return { message, at }
    })
    .sort((left, right) => left.at - right.at)
    .map(({ message }) => message)
}

/**
 * Puts a chat's messages into their order, whatever order the pages have, and in pieces where the chat is long, so
 * that memory does not grow with it. Neighbouring pieces share some messages, so that what stands across their border
 * is seen whole.
 */
export class ConversationSegments {
  readonly #shared: number
  #held: Array<Message> = []
  #first: Message | undefined
  #isNewestFirst = false
  #unjudged = 0

  /** @param shared how many messages two neighbouring pieces have in common. */
  constructor(shared: number) {
    this.#shared = shared
  }

  /** Takes a page. Returns a piece when enough has come together. */
  add(page: ReadonlyArray<Message>): Option.Option<ReadonlyArray<Message>> {
    const last = page.at(-1)
    if (last === undefined) return Option.none()
    this.#first ??= page[0]
    if (this.#first !== undefined) this.#isNewestFirst = compareTwo(last, this.#first) < 0
    for (const message of page) this.#held.push(message)
    this.#unjudged += page.length
    return this.#held.length < longestSegment ? Option.none() : Option.some(this.#take())
  }

  /** The last piece; none when everything was judged already. */
  end(): Option.Option<ReadonlyArray<Message>> {
    return this.#unjudged === 0 ? Option.none() : Option.some(this.#take())
  }

  #take(): ReadonlyArray<Message> {
    const segment = inOrder(this.#held)
    // The next page goes on where this piece ends in the direction of paging.
    this.#held = this.#isNewestFirst ? segment.slice(0, this.#shared) : segment.slice(-this.#shared)
    this.#unjudged = 0
    return segment
  }
}
