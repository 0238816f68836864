import type { ApiMethod } from "./ApiMethod.ts"

/** The limits of a cabinet. What is left out is as documented. */
export interface LimitOptions {
  readonly history?: number
  readonly list?: number
  readonly campaigns?: number
  readonly token?: number
  /** How long a window lasts. Windows are aligned to the server's clock. */
  readonly windowMilliseconds?: number
  /** How many requests a cabinet may have open at once. */
  readonly parallel?: number
  /** Whether a request that meets a fault is charged; the documentation obtained does not say. It is unless told. */
  readonly chargeFaults?: boolean
  /**
   * For how long a request may have crossed the answer that says the limit is spent, and is not held to it; 25 unless
   * told. A request on the connection that brought the answer was surely sent after it. 0 suits a client that has one
   * request open at a time, or that never sends more than it was told remains.
   */
  readonly crossingMilliseconds?: number
}

/** Who is asking: anything that one client's requests have in common, such as their connection. */
type Asker = object

/** What one method has spent of one window, and who knows that it is all. */
interface Window {
  readonly number: number
  used: number
  toldAt: number | undefined
  readonly told: Set<Asker>
}

/** What a client learns of the limit from an answer. */
export interface QuotaState {
  readonly limit: number
  readonly remaining: number
  /** When the window ends, in milliseconds of the server's clock. */
  readonly until: number
}

/** Counts the requests of each cabinet and method in windows that follow the server's clock. */
export interface Quota {
  readonly parallel: number
  readonly chargeFaults: boolean
  readonly state: (entity: string, method: ApiMethod, now: number) => QuotaState
  /** Takes one request from the window, or answers false when nothing is left of it. */
  readonly charge: (entity: string, method: ApiMethod, now: number) => boolean
  readonly giveBack: (entity: string, method: ApiMethod, now: number) => void
  /** Spends all that is left, as another program of the same cabinet would. */
  readonly spend: (entity: string, method: ApiMethod, now: number) => void
  /** Notes that this asker has been sent an answer that says the limit is spent. */
  readonly tell: (entity: string, method: ApiMethod, asker: Asker, now: number) => void
  /** Whether this asker ought to know that nothing is left of the window. */
  readonly knows: (entity: string, method: ApiMethod, asker: Asker, now: number) => boolean
}

const hour = 3_600_000

// The OpenAPI specification of 2026-07-17 (x-resource-limit-config); the parallel limit is of the page on limits, 2026.
const documented = {
  history: 10_000,
  list: 5_000,
  campaigns: 1_000,
  token: 100,
  windowMilliseconds: hour,
  parallel: 4,
  chargeFaults: true,
  crossingMilliseconds: 25
}

const unlimited = 1_000_000_000

export const makeQuota = (options: LimitOptions | "off" = {}): Quota => {
  const limits =
    options === "off"
      ? {
          ...documented,
          history: unlimited,
          list: unlimited,
          campaigns: unlimited,
          token: unlimited,
          parallel: unlimited
        }
      : { ...documented, ...options }
  const windows = new Map<string, Window>()

  const limitOf = (method: ApiMethod): number => (method === "unknown" ? unlimited : limits[method])

  const windowOf = (entity: string, method: ApiMethod, now: number): Window => {
    const number = Math.floor(now / limits.windowMilliseconds)
    const key = `${method} ${entity}`
    const kept = windows.get(key)
    if (kept !== undefined && kept.number === number) return kept
    const fresh = { number, used: 0, toldAt: undefined, told: new Set<Asker>() }
    windows.set(key, fresh)
    return fresh
  }

  return {
    parallel: limits.parallel,
    chargeFaults: limits.chargeFaults,
    state: (entity, method, now) => {
      const { number, used } = windowOf(entity, method, now)
      const limit = limitOf(method)
      return { limit, remaining: Math.max(0, limit - used), until: (number + 1) * limits.windowMilliseconds }
    },
    charge: (entity, method, now) => {
      const window = windowOf(entity, method, now)
      if (window.used >= limitOf(method)) return false
      window.used += 1
      return true
    },
    giveBack: (entity, method, now) => {
      const window = windowOf(entity, method, now)
      window.used = Math.max(0, window.used - 1)
    },
    spend: (entity, method, now) => {
      windowOf(entity, method, now).used = limitOf(method)
    },
    tell: (entity, method, asker, now) => {
      const window = windowOf(entity, method, now)
      window.toldAt ??= now
      window.told.add(asker)
    },
    knows: (entity, method, asker, now) => {
      const { toldAt, told } = windowOf(entity, method, now)
      return toldAt !== undefined && (told.has(asker) || now - toldAt >= limits.crossingMilliseconds)
    }
  }
}
