import { Context } from "effect"

/** The numbers of rows and findings of a request, for the log. */
export interface Tally {
  rows: number
  findings: number
}

/** The tally of the current request. */
export class RequestTally extends Context.Reference<RequestTally>()("chatlint/RequestTally", {
  defaultValue: (): Tally => ({ rows: 0, findings: 0 })
}) {}
