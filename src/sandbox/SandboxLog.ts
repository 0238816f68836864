import type { ApiMethod } from "./ApiMethod.ts"

/** One request and its outcome. */
export interface RequestRecord {
  /** Counted from 1 over all requests. */
  readonly number: number
  readonly method: ApiMethod
  /** Counted from 1 over the requests of this method. */
  readonly numberOfMethod: number
  /** The path and query as received. */
  readonly target: string
  readonly body: string
  /** The requested chat, for a history. */
  readonly chatId: string | undefined
  /** When it arrived, in milliseconds since the epoch. */
  readonly at: number
  /** The status of a complete answer, or the name of the fault that replaced it. */
  readonly outcome: string
  /** Whether it arrived although its client had been notified that the limit was used up. */
  readonly whileSpent: boolean
}

/** Counters of requests and their outcomes. */
export interface SandboxCounters {
  readonly requests: Readonly<Record<ApiMethod, number>>
  /** Complete answers with a 2xx status. */
  readonly succeeded: Readonly<Record<ApiMethod, number>>
  /** Answers by status, and faults by name. */
  readonly outcomes: Readonly<Record<string, number>>
  readonly maximumConcurrency: number
  /** Requests whose client had been notified, by Remaining 0 or a 420, that the limit was used up. */
  readonly whileSpent: number
  /** History requests without a page token: how often a client started to read a chat. */
  readonly historiesBegun: number
}

/** The requests that the sandbox received. */
export interface SandboxLog {
  readonly counters: () => SandboxCounters
  /** The chats whose history was requested, as decimal ids; empty unless `remember` is "chats" or "requests". */
  readonly chatsAsked: () => ReadonlySet<string>
  /** All requests in the order of their answers; empty unless `remember` is "requests". */
  readonly requests: () => ReadonlyArray<RequestRecord>
  /** Clears the log, for example before a second run. The windows of limits and the request numbers continue. */
  readonly reset: () => void
}

/** The log, and the functions that write to it. */
export interface SandboxLogWriter {
  readonly log: SandboxLog
  readonly concurrency: (active: number) => void
  readonly answered: (request: RequestRecord) => void
}

const zeros = (): Record<ApiMethod, number> => ({ campaigns: 0, list: 0, history: 0, token: 0, unknown: 0 })

/** The state of the log. */
interface Memory {
  readonly requests: Record<ApiMethod, number>
  readonly succeeded: Record<ApiMethod, number>
  readonly outcomes: Map<string, number>
  maximumConcurrency: number
  whileSpent: number
  historiesBegun: number
  readonly chats: Set<string>
  readonly records: Array<RequestRecord>
}

const nothing = (): Memory => ({
  requests: zeros(),
  succeeded: zeros(),
  outcomes: new Map(),
  maximumConcurrency: 0,
  whileSpent: 0,
  historiesBegun: 0,
  chats: new Set(),
  records: []
})

/** Makes an empty log that stores only what `remember` says. */
export const makeSandboxLog = (remember: "counters" | "chats" | "requests"): SandboxLogWriter => {
  let state = nothing()
  return {
    log: {
      counters: () => ({
        requests: { ...state.requests },
        succeeded: { ...state.succeeded },
        outcomes: Object.fromEntries(state.outcomes),
        maximumConcurrency: state.maximumConcurrency,
        whileSpent: state.whileSpent,
        historiesBegun: state.historiesBegun
      }),
      chatsAsked: () => new Set(state.chats),
      requests: () => [...state.records],
      reset: () => {
        state = nothing()
      }
    },
    concurrency: (active) => {
      state.maximumConcurrency = Math.max(state.maximumConcurrency, active)
    },
    answered: (request) => {
      const { method, outcome } = request
      state.requests[method] += 1
      if (/^2\d\d$/.test(outcome)) state.succeeded[method] += 1
      state.outcomes.set(outcome, (state.outcomes.get(outcome) ?? 0) + 1)
      if (request.whileSpent) state.whileSpent += 1
      if (method === "history" && !/[?&]page_?token=/i.test(request.target)) state.historiesBegun += 1
      if (remember !== "counters" && request.chatId !== undefined) state.chats.add(request.chatId)
      if (remember === "requests") state.records.push(request)
    }
  }
}
