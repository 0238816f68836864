import type { ApiMethod } from "./ApiMethod.ts"

/** The limits of a cabinet; by default the documented ones. */
export interface LimitOptions {
  readonly history?: number
  readonly list?: number
  readonly campaigns?: number
  readonly token?: number
  /** The length of a window. Windows are aligned to the server's clock. */
  readonly windowMilliseconds?: number
  /** How many requests a cabinet may have in progress. */
  readonly parallel?: number
  /** Whether a request that meets a fault counts; true by default, as the documentation does not say. */
  readonly chargeFaults?: boolean
  /**
   * The grace period after an answer that reports the limit as used up: a request on another connection may have been
   * sent before that answer arrived. 25 by default. 0 suits a client that sends one request at a time, or never more
   * than the reported remaining count.
   */
  readonly crossingMilliseconds?: number
}

/** Identifies a client: any object shared by its requests, such as their connection. */
type Client = object

/** What one method has used of one window, and which clients were notified that nothing remains. */
interface Window {
  readonly number: number
  used: number
  notifiedAt: number | undefined
  readonly notified: Set<Client>
}

/** The state of the limit that an answer reports. */
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
  /** Counts one request in the window; returns false if none remains. */
  readonly charge: (entity: string, method: ApiMethod, now: number) => boolean
  readonly giveBack: (entity: string, method: ApiMethod, now: number) => void
  /** Uses up the window, as another program of the same cabinet would. */
  readonly spend: (entity: string, method: ApiMethod, now: number) => void
  /** Records that the client was sent an answer that reports the limit as used up. */
  readonly notify: (entity: string, method: ApiMethod, client: Client, now: number) => void
  /** Whether the client should know that nothing remains of the window. */
  readonly isNotified: (entity: string, method: ApiMethod, client: Client, now: number) => boolean
}

const hour = 3_600_000

// From the OpenAPI specification of 2026-07-17 (x-resource-limit-config); `parallel` from the page on limits, 2026.
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
    const fresh = { number, used: 0, notifiedAt: undefined, notified: new Set<Client>() }
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
    notify: (entity, method, client, now) => {
      const window = windowOf(entity, method, now)
      window.notifiedAt ??= now
      window.notified.add(client)
    },
    isNotified: (entity, method, client, now) => {
      const { notifiedAt, notified } = windowOf(entity, method, now)
      return notifiedAt !== undefined && (notified.has(client) || now - notifiedAt >= limits.crossingMilliseconds)
    }
  }
}
