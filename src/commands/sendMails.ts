import { pathToFileURL } from "node:url"
import type * as FileSystem from "@effect/platform/FileSystem"
import { Clock, Effect, Layer, Option, Stream } from "effect"
import type { StoreSettings } from "../config/StoreSettings.ts"
import { maskedAddress } from "../domain/maskedAddress.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import { DeliveryProgress, newDeliveryState } from "../mail/DeliveryProgress.ts"
import { type DeliveryReport, deliver } from "../mail/deliver.ts"
import { deliveryTexts } from "../mail/deliveryTexts.ts"
import { EmailAddress } from "../mail/EmailAddress.ts"
import { layerFolder } from "../mail/FolderMailer.ts"
import { describeMailError, type MailError } from "../mail/MailError.ts"
import { Mailer } from "../mail/Mailer.ts"
import { htmlOf } from "../mail/makeMail.ts"
import { type BusinessMails, type MailServices, makeMails } from "../mail/makeMails.ts"
import { layerSmtp } from "../mail/SmtpMailer.ts"
import type { Database } from "../store/Database.ts"
import { DeliveryLock } from "../store/DeliveryLock.ts"
import { Outbox } from "../store/Outbox.ts"
import { RootCauses } from "../store/RootCauses.ts"
import { RunChanges } from "../store/RunChanges.ts"
import { RunHistory } from "../store/RunHistory.ts"
import { RunRecords } from "../store/RunRecords.ts"
import type { FinishedRun } from "../store/Runs.ts"
import type { StoreError } from "../store/StoreError.ts"
import { deliveryLines } from "./deliveryLines.ts"
import { liveLines } from "./liveLines.ts"
import type { MailPlan } from "./MailPlan.ts"
import { mailTexts } from "./mailTexts.ts"
import type { OutputError } from "./OutputError.ts"
import { openInBrowser } from "./openInBrowser.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { writeToFile } from "./writeReport.ts"

/** The numbers of mails after a run. */
export interface MailOutcome {
  /** How many were made for this run. */
  readonly queued: number
  /** How many were accepted by a server, including those of earlier runs. */
  readonly sent: number
  /** How many recipients did not get a mail: not yet, not at all, or because their address was refused earlier. */
  readonly undelivered: number
}

const say = (line: string) => Effect.flatMap(StandardStreams, ({ note }) => note(line))

const services = Layer.mergeAll(
  Outbox.Default,
  RunHistory.Default,
  RunChanges.Default,
  RootCauses.Default,
  RunRecords.Default
)

/** Carries out the mail plan, and reports problems and their remedies on standard error. */
export const sendMails = (
  plan: MailPlan,
  finished: FinishedRun,
  ruleSet: RuleSet,
  settings: StoreSettings,
  showProgress: boolean
): Effect.Effect<
  MailOutcome,
  StoreError | OutputError | MailError,
  Database | FileSystem.FileSystem | StandardStreams
> =>
  Effect.gen(function* () {
    const made = yield* makeMails({
      finished,
      ruleSet,
      mailing: plan.mailing,
      retryRefused: plan.kind === "preview" || plan.retryRefused,
      isAsked: plan.kind === "preview"
    })
    switch (plan.kind) {
      case "preview":
        return yield* preview(made, plan, settings)
      case "dry-run":
        return yield* dryRun(made, plan, settings)
      case "send":
        return yield* send(made, plan, settings, showProgress)
    }
  }).pipe(Effect.provide(services))

/**
 * The page of the first business has the given name; the names of others include the business. The first page is opened
 * in a browser if possible.
 */
const preview = (
  made: ReadonlyArray<BusinessMails>,
  { file, environment }: Extract<MailPlan, { readonly kind: "preview" }>,
  { locale }: StoreSettings
) =>
  Effect.as(
    Effect.forEach(made, ({ businessId, content }, index) =>
      Effect.gen(function* () {
        if (Option.isNone(content)) return
        const path = index === 0 ? file : file.replace(/(\.[^./\\]*)?$/, (extension) => `-${businessId}${extension}`)
        yield* writeToFile(path, Stream.make(yield* htmlOf(content.value)))
        const { isTerminal } = yield* StandardStreams
        const address = pathToFileURL(path).href
        const desktop = { platform: process.platform, environment, isTerminal: isTerminal.error }
        const isShown = index === 0 && (yield* openInBrowser(address, desktop))
        yield* say(deliveryTexts(locale, isShown ? "previewShown" : "preview", { path, address }))
      })
    ),
    { queued: 0, sent: 0, undelivered: 0 } satisfies MailOutcome
  )

const noteBusinesses = (made: ReadonlyArray<BusinessMails>, { locale }: StoreSettings) =>
  Effect.forEach(
    made,
    ({ businessId, notDue, refused }) =>
      Effect.gen(function* () {
        if (Option.isSome(notDue)) {
          yield* say(deliveryTexts(locale, "nothingToSend", { businessId, reason: notDue.value }))
        }
        for (const { recipient, answer } of refused) {
          yield* say(
            deliveryTexts(locale, "refusedBefore", { businessId, recipient: maskedAddress(recipient), answer })
          )
        }
      }),
    { discard: true }
  )

const dryRun = (
  made: ReadonlyArray<BusinessMails>,
  { folder, mailing }: Extract<MailPlan, { readonly kind: "dry-run" }>,
  settings: StoreSettings
) =>
  Effect.gen(function* () {
    const mailer = yield* Mailer
    yield* noteBusinesses(made, settings)
    const mails = made.flatMap((business) => business.mails)
    yield* Effect.forEach(
      mails,
      ({ messageId, recipient, content }) =>
        mailer.send({ messageId, content, from: mailing.sender.address, to: EmailAddress.make(recipient) }),
      { discard: true }
    )
    yield* say(deliveryTexts(settings.locale, "dryRun", { mails: mails.length, folder }))
    const outcome: MailOutcome = { queued: 0, sent: 0, undelivered: 0 }
    return outcome
  }).pipe(Effect.provide(layerFolder(folder, mailing.sender.dkim)))

const noteUndelivered = ({ undelivered }: DeliveryReport, { locale }: StoreSettings) =>
  Effect.forEach(
    undelivered,
    ({ mail, error }) =>
      say(
        deliveryTexts(locale, "undelivered", {
          businessId: mail.businessId,
          recipient: maskedAddress(mail.recipient),
          problem: describeMailError(error, locale)
        })
      ),
    { discard: true }
  )

/** Delivers with a progress display. If interrupted, reports what is left in the outbox. */
const watched = (settings: StoreSettings, showProgress: boolean) => {
  const progress = newDeliveryState()
  const lines = Effect.map(Clock.currentTimeMillis, (now) => deliveryLines(progress, now, settings))
  const delivering = showProgress ? Effect.scoped(Effect.zipRight(liveLines(lines), deliver)) : deliver
  return Effect.provideService(delivering, DeliveryProgress, progress).pipe(
    Effect.onInterrupt(() =>
      say(mailTexts(settings.locale, "deliveryInterrupted", { mails: progress.mails - progress.sent }))
    )
  )
}

const send = (
  made: ReadonlyArray<BusinessMails>,
  { server, mailing }: Extract<MailPlan, { readonly kind: "send" }>,
  settings: StoreSettings,
  showProgress: boolean
): Effect.Effect<MailOutcome, StoreError, MailServices | FileSystem.FileSystem | StandardStreams> =>
  Effect.gen(function* () {
    const outbox = yield* Outbox
    // All mails of a business or none: what is new is determined from the last run that was mailed.
    yield* Effect.forEach(made, ({ mails }) => outbox.queue(mails), { discard: true })
    yield* noteBusinesses(made, settings)
    const report = yield* watched(settings, showProgress)
    yield* noteUndelivered(report, settings)
    const refused = made.reduce((sum, business) => sum + business.refused.length, 0)
    return {
      queued: made.reduce((sum, { mails }) => sum + mails.length, 0),
      sent: report.sent,
      undelivered: report.undelivered.length + refused
    }
  }).pipe(Effect.provide(Layer.merge(layerSmtp(server, mailing.sender.dkim), DeliveryLock.layerFile(settings.db))))
