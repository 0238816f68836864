import { Array as Arrays } from "effect"
import type { ContactKind } from "../../detect/ContactKind.ts"
import { type Conversation, conversationWindow } from "../Conversation.ts"
import { joinSpans } from "../joinSpans.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import type { MessageSpan, Violation } from "../Violation.ts"
import { isNearInTime } from "./ShopMessage.ts"

/**
 * Merges violations that only give details into the earlier violation that they continue: after "могу переводом, 5150",
 * the messages "2202 2061" and "5544 7316 Ольга П." are not a second deal. Rules name the kinds of contacts that are
 * details; phrases without them always are separate violations.
 *
 * @param violations sorted by message.
 */
export const joinedDetails = (
  violations: ReadonlyArray<Violation>,
  ruleSet: RuleSet,
  { messages }: Conversation
): ReadonlyArray<Violation> => {
  const detailing = new Map(ruleSet.rules.map(({ id, file }) => [id, file.detect.detailedBy ?? none]))
  const contacts = new Map<number, Array<{ readonly kind: string; readonly span: MessageSpan }>>()
  for (const { kind, spans } of violations) {
    if (kind === "phrase") continue
    for (const span of spans) {
      const held = contacts.get(span.message)
      if (held === undefined) contacts.set(span.message, [{ kind, span }])
      else held.push({ kind, span })
    }
  }
  const isGivenIn = ({ spans }: Violation, kinds: ReadonlyArray<ContactKind>): boolean =>
    spans.some((span) =>
      (contacts.get(span.message) ?? []).some(
        (contact) => kinds.some((kind) => kind === contact.kind) && isShared(contact.span, span)
      )
    )
  const goesOnWith = (whole: Violation, detail: Violation): boolean => {
    const last = Arrays.lastNonEmpty(whole.spans).message
    const next = detail.spans[0].message
    const isBehind = next > whole.spans[0].message && next - last <= conversationWindow
    return isBehind && isNearInTime(messages[last]?.at, messages[next]?.at)
  }
  const found: Array<Violation> = []
  /** By rule, the index of the latest violation of its phrases. */
  const latest = new Map<Violation["rule"], number>()
  for (const violation of violations) {
    const kinds = detailing.get(violation.rule) ?? none
    const at = latest.get(violation.rule) ?? -1
    const whole = found[at]
    const isText = violation.kind === "phrase" && violation.file === undefined
    const isDetail =
      whole !== undefined && isText && kinds.length > 0 && goesOnWith(whole, violation) && isGivenIn(violation, kinds)
    if (isDetail) found[at] = { ...whole, spans: joinSpans(Arrays.appendAll(whole.spans, violation.spans)) }
    else {
      if (isText) latest.set(violation.rule, found.length)
      found.push(violation)
    }
  }
  return found
}

const none: ReadonlyArray<ContactKind> = []

const isShared = (one: MessageSpan, other: MessageSpan): boolean =>
  one.message === other.message && one.start < other.end && other.start < one.end
