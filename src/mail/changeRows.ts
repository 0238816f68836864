import type { Digest } from "./Digest.ts"
import type { CountRow } from "./DigestContent.ts"
import type { DigestText, DigestVoice } from "./DigestVoice.ts"

/** The counts of changed findings. A count of 0 has no row, except that of new findings. */
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
