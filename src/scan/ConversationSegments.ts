import { Option } from "effect"
import { compareMessageIds, type Message } from "../domain/Message.ts"

/** Shorter chats are judged in one segment; 2,000 messages take a few megabytes. */
const longestSegment = 2_000

/** By date, or by id if dates are equal or missing: ids look like the time of writing in microseconds. */
const compareTwo = (left: Message, right: Message): number => {
  const dates = Option.all([left.at, right.at])
  const byDate = Option.isSome(dates) ? dates.value[0] - dates.value[1] : 0
  return byDate || compareMessageIds(left.id, right.id)
}

/**
 * Sorts by date and id. A message without a date takes that of the previous one by id: comparing some pairs by date and
 * others only by id would not be a consistent order.
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
 * Sorts a chat's messages, whatever order the pages have, and splits long chats into segments to bound memory.
 * Neighbouring segments overlap, so that a finding across their boundary is seen whole.
 */
export class ConversationSegments {
  readonly #shared: number
  #held: Array<Message> = []
  #first: Message | undefined
  #isNewestFirst = false
  #unjudged = 0

  /** @param shared how many messages neighbouring segments have in common. */
  constructor(shared: number) {
    this.#shared = shared
  }

  /** Takes a page. Returns a segment once enough messages are held. */
  add(page: ReadonlyArray<Message>): Option.Option<ReadonlyArray<Message>> {
    const last = page.at(-1)
    if (last === undefined) return Option.none()
    this.#first ??= page[0]
    if (this.#first !== undefined) this.#isNewestFirst = compareTwo(last, this.#first) < 0
    for (const message of page) this.#held.push(message)
    this.#unjudged += page.length
    return this.#held.length < longestSegment ? Option.none() : Option.some(this.#take())
  }

  /** The last segment; none if every message was in an earlier one. */
  end(): Option.Option<ReadonlyArray<Message>> {
    return this.#unjudged === 0 ? Option.none() : Option.some(this.#take())
  }

  #take(): ReadonlyArray<Message> {
    const segment = inOrder(this.#held)
    // The next page adjoins the end of this segment that lies in the direction of paging.
    this.#held = this.#isNewestFirst ? segment.slice(0, this.#shared) : segment.slice(-this.#shared)
    this.#unjudged = 0
    return segment
  }
}
