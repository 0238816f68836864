import type { ApiMethod } from "./ApiMethod.ts"
import type { FaultKind, FaultOptions, ScriptedFault } from "./SandboxOptions.ts"
import { seededRandom } from "./seededRandom.ts"

/** The properties of a request on which a plan depends. */
export interface PlannedRequest {
  readonly number: number
  readonly method: ApiMethod
  readonly numberOfMethod: number
  readonly target: string
}

/** Decides which requests meet a fault, and which one. */
export type FaultPlan = (request: PlannedRequest) => ScriptedFault["fault"] | undefined

export const makeFaultPlan = (
  faults: FaultOptions | undefined,
  script: ReadonlyArray<ScriptedFault> = []
): FaultPlan => {
  const scripted = new Map(script.map((line) => [`${line.method} ${line.request}`, line.fault]))
  const maximumInARow = faults?.maximumInARow ?? Number.POSITIVE_INFINITY
  // Consecutive failures by target; contains only requests whose last attempt failed.
  const failing = new Map<string, number>()

  const seededFault = ({ number, target }: PlannedRequest): FaultKind | undefined => {
    if (faults === undefined) return undefined
    const random = seededRandom(faults.seed, number)
    const failed = failing.get(target) ?? 0
    if (random() >= faults.rate || failed >= maximumInARow) {
      failing.delete(target)
      return undefined
    }
    failing.set(target, failed + 1)
    return faults.kinds[Math.floor(random() * faults.kinds.length)]
  }

  return (request) => scripted.get(`${request.method} ${request.numberOfMethod}`) ?? seededFault(request)
}
