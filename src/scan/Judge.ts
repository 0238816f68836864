import type { Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { AllowList } from "../engine/AllowList.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"

/** Takes the unmasked match and surroundings of a finding, where a person asked to see them. */
export type Reveal = (findingId: string, match: string, excerpt: string) => void

/** What a chat is judged by. */
export interface Judge {
  readonly ruleSet: RuleSet
  /** The country of the shop, in which numbers without a country code are read. */
  readonly region: string
  /** The key of the findings' ids, in hexadecimal. */
  readonly identityKey: string
  readonly reveal: Option.Option<Reveal>
  /** Findings less sure than this are kept all the same, and not reported: from 0 to 1. */
  readonly minConfidence: number
  /** What the shop has settled to let pass, for all its businesses and for this one. */
  readonly allowListsOf: (businessId: BusinessId) => ReadonlyArray<AllowList>
}
