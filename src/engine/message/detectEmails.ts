import { tokensWithin } from "../../detect/phrase/tokensWithin.ts"
import type { CompiledRule, RuleSet } from "../rule/RuleSet.ts"
import { type CueReach, cueDistance, cuesOf } from "./cueDistance.ts"
import type { Detection } from "./Detection.ts"
import { decoyHost } from "./decoyHost.ts"
import type { MessageReading } from "./MessageReading.ts"
import { raised } from "./weighing.ts"

/** "на почту Ирине в отдел претензий: ivan собака …". */
const reach: CueReach = { before: 6, after: 3 }

/** At this form or above, words about mail are not needed. */
const certain = 0.9

/** The e-mail addresses of a message, except decoys for allowed hosts, which the rule on links reports. */
export const detectEmails = (
  rule: CompiledRule,
  ruleSet: RuleSet,
  reading: MessageReading
): ReadonlyArray<Detection> => {
  const { email } = rule
  if (email === undefined) return nothing
  const { emails } = reading.addresses()
  if (emails.length === 0) return nothing
  const isDecoy = (candidate: (typeof emails)[number]): boolean =>
    ruleSet.rules.some(({ link, allow }) => link !== undefined && decoyHost(candidate, allow.hosts) !== undefined)
  const mailboxes = emails.filter(
    (candidate) =>
      !isDecoy(candidate) &&
      !rule.allow.hosts.allowsHost(candidate.address.slice(candidate.address.lastIndexOf("@") + 1))
  )
  const text = mailboxes.some(({ form }) => form < certain) ? reading.tokens(ruleSet.vocabulary) : undefined
  const raising = cuesOf(text === undefined ? [] : email.raisedBy.match(text))
  return mailboxes.map((candidate) => {
    const { form } = candidate
    const spokenFor =
      form < certain &&
      text !== undefined &&
      cueDistance(raising, tokensWithin(text.tokens, candidate.start, candidate.end), reach) !==
        Number.POSITIVE_INFINITY
    return {
      kind: "email",
      normalized: candidate.address,
      confidence: spokenFor ? raised(form) : form,
      range: candidate
    }
  })
}

const nothing: ReadonlyArray<Detection> = []
