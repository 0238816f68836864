/**
 * Stands in for the run id when a chat is scanned between runs. The next finished run reports what such a scan found or
 * withdrew, and reads the chat again from its cursor, so that the run's coverage includes it.
 */
export const outsideOfRuns = "notification"
