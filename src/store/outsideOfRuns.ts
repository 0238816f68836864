/**
 * Stands for the run where a chat is read by itself, outside of any. What such a reading finds or withdraws is the next
 * run's that is finished, and that run reads the chat once more from its cursor, so that its coverage is its own.
 */
export const outsideOfRuns = "notification"
