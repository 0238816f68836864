import type { ApiMethod } from "./ApiMethod.ts"
import type { Shop } from "./Shop.ts"

/** A request that has been let in: whose it is, and everything it says. */
export interface Question {
  readonly shop: Shop
  readonly method: ApiMethod
  readonly query: URLSearchParams
  readonly contentType: string | undefined
  readonly body: string
}
