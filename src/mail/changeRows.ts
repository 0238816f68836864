import type { Digest } from "./Digest.ts"
import type { CountRow } from "./DigestContent.ts"
import type { DigestText, DigestVoice } from "./DigestVoice.ts"

/** What became of the findings, a number each; what did not happen has no row, but for what is new. */
export const changeRows = ({ changes }: Digest, { text }: DigestVoice): ReadonlyArray<CountRow> => {
  const row = (key: DigestText, findings: number, isPart = false): ReadonlyArray<CountRow> =>
    findings === 0 ? [] : [{ label: text(key), count: text("number", { count: findings }), isPart }]
  return [
    { label: text("changeNew"), count: text("number", { count: changes.new }), isPart: false },
    ...row("changeByRules", changes.foundByChangedRules, true),
    ...row("changeRepeated", changes.repeated),
    ...row("changeAcknowledged", changes.acknowledged),
    ...row("changeGone", changes.noLongerInWindow),
    ...row("changeCleared", changes.clearedByChangedRules),
    ...row("changeUnseen", changes.chatsNotScanned)
  ]
}
