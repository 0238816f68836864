import type { Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { AllowList } from "../engine/AllowList.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"

/** Receives the unmasked match and excerpt of a finding, if the user asked to see them. */
export type Reveal = (findingId: string, match: string, excerpt: string) => void

/** What chats are judged by. */
export interface Judge {
  readonly ruleSet: RuleSet
  /** The country of the shop, for numbers without a country code. */
  readonly region: string
  /** The key of finding ids, in hexadecimal. */
  readonly identityKey: string
  readonly reveal: Option.Option<Reveal>
  /** From 0 to 1. Findings below it are saved but not reported. */
  readonly minConfidence: number
  /** The allow lists of all businesses and of the given one. */
  readonly allowListsOf: (businessId: BusinessId) => ReadonlyArray<AllowList>
}
