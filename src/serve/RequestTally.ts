import { Context } from "effect"

/** What a request asked for and was told, for the log. */
export interface Tally {
  rows: number
  findings: number
}

/** The tally of the request that is being answered. */
export class RequestTally extends Context.Reference<RequestTally>()("chatlint/RequestTally", {
  defaultValue: (): Tally => ({ rows: 0, findings: 0 })
}) {}
