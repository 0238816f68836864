import type { Draft } from "./Draft.ts"
import type { DraftFinding } from "./DraftFinding.ts"

/** A finding and its draft. */
export interface PlacedFinding {
  readonly finding: DraftFinding
  readonly draft: Draft
}
