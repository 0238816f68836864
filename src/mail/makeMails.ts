import { Clock, Effect, Either, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { BusinessCoverage } from "../domain/Coverage.ts"
import type { RuleId } from "../domain/Rule.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { Database } from "../store/Database.ts"
import { identityKey } from "../store/identityKey.ts"
import { Outbox, type QueuedMail, type RefusedAddress } from "../store/Outbox.ts"
import type { RootCauses } from "../store/RootCauses.ts"
import type { RunChanges } from "../store/RunChanges.ts"
import type { RunHistory } from "../store/RunHistory.ts"
import type { RunRecords } from "../store/RunRecords.ts"
import type { FinishedRun } from "../store/Runs.ts"
import type { StoreError } from "../store/StoreError.ts"
import { attachFindings } from "./attachFindings.ts"
import type { BusinessMail } from "./BusinessMail.ts"
import type { DigestContent } from "./DigestContent.ts"
import { digestWords } from "./digestWords.ts"
import { dueDigest, type NotDue } from "./dueDigest.ts"
import type { MailSender } from "./MailAccount.ts"
import { makeMail } from "./makeMail.ts"
import { messageIdOf } from "./messageIdOf.ts"

/** The sender and recipients of mails. */
export interface Mailing {
  readonly sender: MailSender
  /** The mail settings of a business; none if nobody gets mail about it. */
  readonly of: (businessId: BusinessId) => Option.Option<BusinessMail>
}

/** The input for making mails. */
export interface MailSources {
  readonly finished: FinishedRun
  readonly ruleSet: RuleSet
  readonly mailing: Mailing
  /** Whether permanently refused addresses are tried once more. */
  readonly retryRefused: boolean
  /** Whether a person asked for the mails, due or not. */
  readonly isAsked: boolean
}

/** The mails about one business, or why there are none. */
export interface BusinessMails {
  readonly businessId: BusinessId
  readonly mails: ReadonlyArray<QueuedMail>
  /** The texts of the mails; none if no mail is due. */
  readonly content: Option.Option<DigestContent>
  readonly notDue: Option.Option<NotDue>
  /** Recipients left out because their address was permanently refused before. */
  readonly refused: ReadonlyArray<RefusedAddress>
}

/** The services needed for making mails. */
export type MailServices = Outbox | RunHistory | RunChanges | RootCauses | RunRecords | Database

/** Makes the mails due after a run. Businesses without recipients are left out. */
export const makeMails = (
  sources: MailSources
): Effect.Effect<ReadonlyArray<BusinessMails>, StoreError, MailServices> =>
  Effect.gen(function* () {
    const refused = sources.retryRefused ? [] : yield* (yield* Outbox).refused
    const key = yield* identityKey
    const made = yield* Effect.forEach(sources.finished.businesses, (business) =>
      Effect.transposeMapOption(sources.mailing.of(business.businessId), (mail) =>
        mailsAbout(business, mail, sources, refused, key)
      )
    )
    return made.flatMap(Option.toArray)
  })

const mailsAbout = (
  business: BusinessCoverage,
  mail: BusinessMail,
  { finished, ruleSet, mailing, isAsked }: MailSources,
  refusedAddresses: ReadonlyArray<RefusedAddress>,
  key: string
): Effect.Effect<BusinessMails, StoreError, MailServices> =>
  Effect.gen(function* () {
    const { businessId } = business
    const { sender } = mailing
    const refused = refusedAddresses.filter(({ recipient }) => mail.to.some((address) => address === recipient))
    const due = yield* dueDigest(finished, business, mail, isAsked)
    if (Either.isLeft(due)) {
      return { businessId, mails: [], content: Option.none(), notDue: Option.some(due.left), refused }
    }
    const digest = due.right
    const ruleOf = (id: RuleId) => ruleSet.rules.find((rule) => rule.id === id)
    const attachments = yield* attachFindings(
      finished,
      businessId,
      mail,
      (rule, locale) => ruleOf(rule)?.file.title[locale] ?? rule
    )
    const contentFor = (unsubscribe: Option.Option<string>): DigestContent =>
      digestWords(digest, {
        locale: mail.locale,
        timeZone: mail.timeZone,
        ruleOf,
        attachment: Option.map(Option.fromNullable(attachments[0]), ({ name }) => name),
        unsubscribe
      })
    const at = yield* Clock.currentTimeMillis
    const wanted = mail.to.filter((address) => !refused.some(({ recipient }) => recipient === address))
    const mails = yield* Effect.forEach(wanted, (to) => {
      const named = { businessId, runId: finished.run.id, kind: digest.kind, recipient: to }
      const messageId = messageIdOf(key, named, sender.address)
      const address = Option.map(sender.unsubscribe, (where) => where.replaceAll("{address}", encodeURIComponent(to)))
      return Effect.map(
        makeMail({ content: contentFor(address), messageId, sender, to, businessId, at, attachments }),
        (content): QueuedMail => ({ ...named, messageId, sender: sender.address, content })
      )
    })
    return { businessId, mails, content: Option.some(contentFor(Option.none())), notDue: Option.none(), refused }
  })
