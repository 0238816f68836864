import { Effect, Layer, Option, Redacted, Stream } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import type { Finding } from "../../src/domain/Finding.ts"
import type { RuleSet } from "../../src/engine/rule/RuleSet.ts"
import { layerHttp } from "../../src/market/layerHttp.ts"
import type { MarketAccess } from "../../src/market/MarketAccess.ts"
import { MarketClient } from "../../src/market/MarketClient.ts"
import type { Sandbox } from "../../src/sandbox/Sandbox.ts"
import type { Shop } from "../../src/sandbox/Shop.ts"
import { type ScanOptions, scan } from "../../src/scan/scan.ts"
import { storedBudgets } from "../../src/scan/storedBudgets.ts"
import { Findings } from "../../src/store/Findings.ts"
import type { FinishedRun } from "../../src/store/Runs.ts"
import { shippedRules } from "../engine/shippedRules.ts"
import { storeAt } from "../store/temporaryStore.ts"

/** The result of a scan. */
export interface Scanned extends FinishedRun {
  readonly findings: ReadonlyArray<Finding>
}

/** Scan options, with defaults for what a test does not specify. */
export const optionsFor = (
  businessId: string,
  access: MarketAccess,
  more: Partial<ScanOptions> & { readonly ruleSet?: RuleSet } = {}
): ScanOptions => ({
  businesses: [{ businessId: BusinessId.make(businessId), access }],
  ruleSet: shippedRules,
  region: "RU",
  concurrency: 2,
  everything: false,
  locale: "en",
  reveal: Option.none(),
  minConfidence: 0,
  allowListsOf: () => [],
  ...more
})

/** Scans into the database at `path`, with a provided market client. */
export const scanInto = (path: string, options: ScanOptions) => {
  const stored = storeAt(path)
  return Effect.gen(function* () {
    const finished = yield* scan(options)
    const { reported } = yield* Findings
    const businessIds = options.businesses.map(({ businessId }) => businessId)
    const found = yield* Stream.runCollect(reported(finished.run.id, businessIds))
    const scanned: Scanned = { ...finished, findings: [...found] }
    return scanned
  }).pipe(Effect.provide(Layer.provideMerge(storedBudgets, stored)))
}

/** Scans a sandbox's shop as users do: over a socket, into a file. */
export const scanShop = (sandbox: Sandbox, shop: Shop, path: string, more: Partial<ScanOptions> = {}) => {
  const access: MarketAccess = {
    baseUrl: sandbox.baseUrl,
    credentials: { kind: "api-key", key: Redacted.make(shop.apiKey) }
  }
  return scanInto(path, optionsFor(String(shop.businessId), access, more)).pipe(
    Effect.provide(Layer.provide(MarketClient.Default, layerHttp))
  )
}

/** The only business of a scan. */
export const businessOf = ({ businesses }: FinishedRun) => {
  const [business] = businesses
  if (business === undefined) throw new Error("The scan saw no business")
  return business
}

/** The findings without their status: rule, chat, place and match. */
export const factsOf = ({ findings }: Scanned) =>
  findings
    .map(({ id, rule, chatId, spans, match, excerpt, at }) =>
      JSON.stringify({ id, rule, chatId, spans, match, excerpt, at })
    )
    .sort()
