import { createHash } from "node:crypto"
import type { BusinessId } from "../domain/Business.ts"
import type { Judge } from "./Judge.ts"

/**
 * A digest of all that decides what is found in a business's chats: the rules, the country in which numbers are read, and
 * what the shop lets pass. A chat that was judged by another one may hold what would be found today. How sure a finding
 * must be is not among them: that is asked when findings are reported.
 */
export const judgingDigest = ({ ruleSet, region, allowListsOf }: Judge, businessId: BusinessId): string => {
  const allowed = allowListsOf(businessId).map(({ entries: { hosts, numbers, addresses, phrases } }) => [
    hosts,
    numbers,
    addresses,
    phrases
  ])
  const settings = JSON.stringify([ruleSet.digest, region, allowed])
  return `sha256:${createHash("sha256").update(settings, "utf8").digest("hex")}`
}
