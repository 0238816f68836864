import type { LinkCandidate } from "../../detect/address/LinkCandidate.ts"
import type { PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import { tokensWithin } from "../../detect/phrase/tokensWithin.ts"
import { type FoldedText, originalRange, type TextRange } from "../../text/FoldedText.ts"
import type { CompiledRule, RuleSet } from "../rule/RuleSet.ts"
import { type CueReach, type Cues, cueDistance, cuesOf } from "./cueDistance.ts"
import type { Detection } from "./Detection.ts"
import { decoyHost } from "./decoyHost.ts"
import type { MessageReading } from "./MessageReading.ts"
import { invited } from "./weighing.ts"

/** "на нашем сайте shop.ru". Words after a name do not invite to it. */
const reach: CueReach = { before: 2, after: -1 }

/**
 * "гуглите «домашний улей пчёлкин ру»", "shapan-tumar kz теріп көріңіз": the host is the last of the words to search
 * for.
 */
const searchReach: CueReach = { before: 5, after: 1 }

/** "кружка с принтом «VK.COM»", "«VK.COM» mug". */
const printedReach: CueReach = { before: 2, after: 1 }

/** "футболка с принтом VK.COM", "зайдите на booking.com": without quotation marks, the name follows directly. */
const rightBefore: CueReach = { before: 0, after: -1 }

/** The form of a name that words ask the buyer to search for. */
const soughtForm = 0.8

/** At this form or above, inviting words are not needed. */
const certain = 0.9

/**
 * Below this form, it is a missing blank or a file, regardless of the words before it ("open it.It is",
 * "запустите тут start.sh").
 */
const hopeless = 0.3

/** The form of a name that merely resembles a host, without an invitation. */
const nameForm = 0.3

/** The addresses of sites in a message, except those that the rule allows. */
export const detectLinks = (
  rule: CompiledRule,
  ruleSet: RuleSet,
  reading: MessageReading
): ReadonlyArray<Detection> => {
  const { link } = rule
  if (link === undefined) return nothing
  const { links, emails } = reading.addresses()
  if (links.length === 0 && emails.length === 0) return nothing
  const { hosts } = rule.allow
  const outbound = links.filter(({ host, path, userinfo }) => userinfo || !hosts.allowsPage(host, path))
  const decoys = emails.flatMap((email): ReadonlyArray<LinkCandidate> => {
    const host = decoyHost(email, hosts)
    return host === undefined
      ? []
      : [{ start: email.start, end: email.end, host, path: "", userinfo: true, form: 0.95, dotless: false }]
  })
  const text = outbound.some(({ form }) => form < certain) ? reading.tokens(ruleSet.vocabulary) : undefined
  const cuesFrom = (matcher: PhraseMatcher, isAsked = true): Cues =>
    cuesOf(text === undefined || !isAsked ? [] : matcher.match(text))
  const seeking = cuesFrom(
    link.soughtBy,
    outbound.some(({ dotless }) => dotless)
  )
  const inviting = cuesFrom(link.invitedBy)
  const printed = cuesFrom(
    link.printedOn,
    outbound.some((candidate) => hasCapital(reading.folded, candidate))
  )
  return [...outbound, ...decoys].map((candidate) => {
    const target = text === undefined ? undefined : tokensWithin(text.tokens, candidate.start, candidate.end)
    const near = (cues: Cues, within: CueReach): boolean =>
      target !== undefined &&
      cueDistance(cues, target, within, ({ first, last }) => last < target.first || first > target.last) !==
        Number.POSITIVE_INFINITY
    const named =
      candidate.form < certain &&
      (link.names.has(candidate.host) ||
        (hasCapital(reading.folded, candidate) &&
          near(printed, isQuoted(reading.folded, candidate) ? printedReach : rightBefore)))
    const isSought = candidate.dotless && near(seeking, searchReach)
    const ownForm = isSought ? soughtForm : candidate.form
    const form = named ? nameForm : ownForm
    const isInvited =
      form < certain && form >= hopeless && !candidate.dotless && near(inviting, named ? rightBefore : reach)
    return {
      kind: "link",
      normalized: candidate.host,
      confidence: isInvited ? invited(form) : form,
      range: candidate
    }
  })
}

/** Whether a range starts with a capital, like names on products. */
const hasCapital = (folded: FoldedText, range: TextRange): boolean => {
  const first = folded.original.charAt(originalRange(folded, range).start)
  return first !== first.toLowerCase()
}

/** Whether a range is in quotation marks: «DRIVE2.RU». */
const isQuoted = (folded: FoldedText, range: TextRange): boolean => {
  const { start, end } = originalRange(folded, range)
  return (
    openingQuotes.includes(folded.original.charAt(start - 1) || " ") &&
    closingQuotes.includes(folded.original.charAt(end) || " ")
  )
}

const openingQuotes = "«„“\"'"
const closingQuotes = "»“”\"'"

const nothing: ReadonlyArray<Detection> = []
