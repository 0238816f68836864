import type { BusinessId } from "../domain/Business.ts"
import type { Judge } from "./Judge.ts"
import { judgingDigest } from "./judgingDigest.ts"

/** How the chats of one business are judged. */
export interface BusinessJudging {
  readonly judge: Judge
  readonly businessId: BusinessId
  /** A digest of everything that determines the findings in its chats; see judgingDigest. */
  readonly digest: string
}

/** Computed once for all chats of the business. */
export const businessJudging = (judge: Judge, businessId: BusinessId): BusinessJudging => ({
  judge,
  businessId,
  digest: judgingDigest(judge, businessId)
})
