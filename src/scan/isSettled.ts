import { Option } from "effect"
import type { PendingChat } from "../store/ChatProgress.ts"
import type { ChatReading } from "./ChatReading.ts"

/**
 * Chat dates are in whole seconds, so another message could be written within that second without changing the date.
 * Also allows for the maximum difference between our clock and the marketplace's. In milliseconds.
 */
const clocksApart = 15 * 60_000

/**
 * Whether a chat need not be read again until its date changes: the date, which is that of its last message, is past,
 * and messages up to it were read. Otherwise the next run reads the chat again.
 *
 * @param now in milliseconds since the epoch.
 */
export const isSettled = ({ updatedAt }: PendingChat, reading: ChatReading, now: number): boolean =>
  Option.isNone(updatedAt) || (now - updatedAt.value > clocksApart && reading.reaches(updatedAt.value))
