import { outsideText } from "../report/Page.ts"
import { type Digest, type DigestState, stateOf } from "./Digest.ts"
import type { DigestText, DigestVoice } from "./DigestVoice.ts"

/** How much of a business was seen. */
export const seenWords = ({ business: { coverage, failure } }: Digest, { text }: DigestVoice): string => {
  const { chatsListed: listed } = coverage
  if (listed === 0) return text(failure === undefined ? "coverageEmpty" : "coverageUnknown")
  return text("coverage", {
    checked: coverage.chatsScanned + coverage.chatsUnchanged,
    listed,
    unseen: coverage.notScanned.length
  })
}

/** What is to be done. */
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

/** What was seen and what was not, what the reader is not told of, and what to do. */
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

/** More unread chats than these are counted. */
const mostUnseen = 5

/** What could not be read, by name. */
export const unseenWords = (
  { business: { coverage, failure } }: Digest,
  { text }: DigestVoice
): ReadonlyArray<string> => [
  ...(failure === undefined ? [] : [outsideText(failure.message || failure.reason)]),
  ...coverage.notScanned
    .slice(0, mostUnseen)
    .map(({ chatId, reason, message }) => text("unseenChat", { chatId, message: message || reason })),
  ...(coverage.notScanned.length > mostUnseen
    ? [text("unseenMore", { chats: coverage.notScanned.length - mostUnseen })]
    : [])
]
