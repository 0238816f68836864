import { outsideText } from "../report/Page.ts"
import { type Digest, type DigestState, stateOf } from "./Digest.ts"
import type { DigestText, DigestVoice } from "./DigestVoice.ts"

/** How many of a business's chats were checked. */
export const seenWords = ({ business: { coverage, failure } }: Digest, { text }: DigestVoice): string => {
  const { chatsListed: listed } = coverage
  if (listed === 0) return text(failure === undefined ? "coverageEmpty" : "coverageUnknown")
  return text("coverage", {
    checked: coverage.chatsScanned + coverage.chatsUnchanged,
    listed,
    unseen: coverage.notScanned.length
  })
}

/** The text about what to do. */
const actionOf = ({ kind, business: { coverage } }: Digest, state: DigestState): DigestText => {
  const isInventory = kind === "inventory"
  const actions: Readonly<Record<DigestState, DigestText>> = {
    new: isInventory ? "actionInventory" : "actionFix",
    incomplete: coverage.chatsScanned + coverage.chatsUnchanged > 0 ? "actionIncomplete" : "actionNothingSeen",
    open: "actionOpen",
    quiet: isInventory ? "actionInventory" : "actionQuiet",
    clean: isInventory ? "actionInventory" : "actionClean"
  }
  return actions[state]
}

/** What was checked and what was not, which findings are not shown, and what to do. */
export const coverageWords = (digest: Digest, voice: DigestVoice): ReadonlyArray<string> => {
  const { business, changes, lessSevere, minSeverity, chatsJudgedByOlderRules: olderRules } = digest
  const { coverage, failure } = business
  const { text } = voice
  const state = stateOf(digest)
  return [
    seenWords(digest, voice),
    ...(failure !== undefined && coverage.chatsListed > 0 ? [text("coverageCutShort")] : []),
    ...(coverage.unknownSenders > 0 ? [text("unknownSenders", { messages: coverage.unknownSenders })] : []),
    ...(olderRules > 0 ? [text("olderRules", { chats: olderRules, command: "chatlint scan --full" })] : []),
    ...(state === "quiet" && lessSevere > 0
      ? [text("lessSevere", { findings: lessSevere, threshold: minSeverity })]
      : []),
    ...(state === "quiet" && changes.acknowledged > 0
      ? [text("acknowledged", { findings: changes.acknowledged })]
      : []),
    text(actionOf(digest, state))
  ]
}

/** The maximum number of unread chats that are listed; the rest are counted. */
const maximumUnseen = 5

/** The failure of the business and the chats that could not be read. */
export const unseenWords = (
  { business: { coverage, failure } }: Digest,
  { text }: DigestVoice
): ReadonlyArray<string> => [
  ...(failure === undefined ? [] : [outsideText(failure.message || failure.reason)]),
  ...coverage.notScanned
    .slice(0, maximumUnseen)
    .map(({ chatId, reason, message }) => text("unseenChat", { chatId, message: message || reason })),
  ...(coverage.notScanned.length > maximumUnseen
    ? [text("unseenMore", { chats: coverage.notScanned.length - maximumUnseen })]
    : [])
]
