import type { ApiMethod } from "./ApiMethod.ts"
import type { Shop } from "./Shop.ts"

/** An admitted request: the shop that it belongs to, and its content. */
export interface Question {
  readonly shop: Shop
  readonly method: ApiMethod
  readonly query: URLSearchParams
  readonly contentType: string | undefined
  readonly body: string
}
