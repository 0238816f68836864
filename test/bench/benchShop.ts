import type { GeneratedShopOptions } from "../sandbox/generatedShop.ts"

/** The shop of a benchmark: the same for the same number of chats, in every process. */
export const benchShop = (chats: number): GeneratedShopOptions => ({ seed: 1, chats, violatingShare: 0.01 })
