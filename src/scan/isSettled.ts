import { Option } from "effect"
import type { PendingChat } from "../store/ChatProgress.ts"
import type { ChatReading } from "./ChatReading.ts"

/**
 * Dates of chats come in whole seconds, so within that second another message could still be written and the date would not move. Our clock and the
 * marketplace's differ, by this much at most. In milliseconds.
 */
const clocksApart = 15 * 60_000

/**
 * Whether a chat needs no reading until its date moves: that date, which is the one of its last message, is past, and the messages go up to it.
 * What is not settled is read once more in the next run.
 *
 * @param now in milliseconds since the epoch.
 */
export const isSettled = ({ updatedAt }: PendingChat, reading: ChatReading, now: number): boolean =>
  Option.isNone(updatedAt) || (now - updatedAt.value > clocksApart && reading.reaches(updatedAt.value))
