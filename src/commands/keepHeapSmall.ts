import { setFlagsFromString } from "node:v8"

/**
 * Makes V8 prefer garbage collection to heap growth. Call it first in a command. A scan needs about 30 MB of live data
 * for any size of shop, but by default V8 lets up to 150 MB of garbage accumulate. Measured: the peak of a scan falls
 * from 187 to 150 MB (2,000 chats) and from 239 to 153 MB (6,000 chats) at the same duration, and that of a check of
 * 1,000,000 rows from 275 to 139 MB.
 */
export const keepHeapSmall = (): void => setFlagsFromString("--optimize-for-size")
