import type { Draft } from "./Draft.ts"
import type { DraftFinding } from "./DraftFinding.ts"

/** A finding and the draft that it stands in. */
export interface PlacedFinding {
  readonly finding: DraftFinding
  readonly draft: Draft
}
