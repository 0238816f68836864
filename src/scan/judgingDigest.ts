import { createHash } from "node:crypto"
import type { BusinessId } from "../domain/Business.ts"
import type { Judge } from "./Judge.ts"

/**
 * A digest of everything that determines the findings in a business's chats: rules, country and allow lists. A chat
 * judged with another digest may have other findings today. The minimum confidence is not included, since it is applied
 * when findings are reported.
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
