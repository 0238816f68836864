import { Duration, Effect, Layer, Option } from "effect"
import { refuse } from "../config/Given.ts"
import { readServeSettings } from "../config/ServeSettings.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import { isLoopback } from "../serve/addresses.ts"
import { makeNotificationQueue } from "../serve/notificationQueue.ts"
import { silentLog, standardErrorLog } from "../serve/RequestLog.ts"
import { serve } from "../serve/serve.ts"
import type { CommandLine } from "./CommandLine.ts"
import { ExitCode } from "./ExitCode.ts"
import { runCommand } from "./runCommand.ts"
import type { ServeFlags } from "./ServeFlags.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { scanServices } from "./scanServices.ts"
import { serveCommandTexts } from "./serveTexts.ts"

/** The time limit for receiving a request body. */
const bodyPatience = Duration.seconds(10)

/** How long open requests have when the server stops: longer than a body may take, shorter than orchestrators wait. */
const grace = Duration.seconds(15)

/** `chatlint serve`: answers requests until it is terminated. */
export const runServe = (flags: ServeFlags, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      const { environment, folder, locale } = commandLine
      const settings = yield* readServeSettings(flags, environment, folder)
      const { judging, scanning, host, tokens } = settings
      if (!isLoopback(host) && tokens.length === 0) {
        return yield* refuse("openToAll", { value: host, source: "--host" })
      }
      const ruleSet = yield* loadRuleSet(judging.rules)
      const log = flags.quiet === true ? silentLog : standardErrorLog()
      yield* Effect.addFinalizer(() => log.flush)

      const queue = yield* Effect.transposeMapOption(scanning, (market) =>
        Effect.gen(function* () {
          const services = yield* Layer.build(scanServices(market.db))
          return yield* Effect.provide(makeNotificationQueue(market, ruleSet, log), services)
        })
      )
      const url = yield* serve({
        ...settings,
        locale: judging.locale,
        bodyPatience,
        grace,
        log,
        checking: {
          ruleSet,
          region: judging.region,
          minConfidence: judging.minConfidence,
          allowLists: judging.allowListsOf(flags.business?.length === 1 ? flags.business[0] : undefined),
          reveal: flags.reveal === true
        },
        notifications: {
          take: Option.match(queue, { onNone: () => () => Effect.succeed(true), onSome: ({ take }) => take }),
          secrets: settings.notificationSecrets,
          queued: Option.map(queue, ({ queued }) => queued)
        },
        onStop: () => log.line({ event: "stopping" })
      })
      log.line({ event: "listening", url })
      const { show, note } = yield* StandardStreams
      yield* show(serveCommandTexts(locale, "listening", { url }))
      const hasSecret = settings.notificationSecrets.length > 0
      const path = hasSecret ? "/notification/<CHATLINT_NOTIFICATION_SECRET>" : "/notification"
      const notifications = `${url}${path}`
      if (Option.isSome(scanning)) {
        yield* show(serveCommandTexts(locale, "notifications", { url: notifications, db: scanning.value.db }))
        if (!hasSecret) yield* note(serveCommandTexts(locale, "noSecret"))
      }
      if (Option.isNone(scanning) && flags.notifications) {
        yield* note(serveCommandTexts(locale, "noKey"))
      }
      return yield* Effect.never
    }).pipe(Effect.scoped, Effect.withTracerEnabled(false)),
    commandLine,
    ExitCode.clean
  )
