import { Array as Arrays, Option } from "effect"
import type { Settings } from "../../config/Settings.ts"
import type { MarketAccess } from "../../market/MarketAccess.ts"

/** The distinct credentials of the settings: several businesses may share one. */
export const accessesOf = ({ access, businesses }: Settings): ReadonlyArray<MarketAccess> =>
  Arrays.dedupe([...Option.toArray(access), ...businesses.map((business) => business.access)])
