import { type Answer, htmlAnswer, refusal } from "./Answer.ts"
import type { ConnectionFault } from "./deliver.ts"
import type { FaultKind } from "./SandboxOptions.ts"

/** The faults that are answers, in the form of the real server or of a proxy in front of it. */
export const faultAnswers: Readonly<Record<Exclude<FaultKind, ConnectionFault>, Answer>> = {
  "500": refusal(500, "Internal server error"),
  "503-html": htmlAnswer(503, "Service temporarily unavailable. Please, try again later"),
  "499": refusal(499, "Client Closed Request")
}

export const isConnectionFault = (fault: FaultKind): fault is ConnectionFault => !(fault in faultAnswers)
