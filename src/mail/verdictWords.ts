import { isSeen } from "../domain/Coverage.ts"
import { type Severity, severities } from "../domain/Rule.ts"
import { type Digest, type DigestState, openFindings, stateOf } from "./Digest.ts"
import type { DigestContent } from "./DigestContent.ts"
import type { DigestVoice } from "./DigestVoice.ts"

const severityIcons: Readonly<Record<Severity, string>> = { error: "⛔", warning: "⚠️", info: "ℹ️" }

type Tone = DigestContent["tone"]

/** The icon and tone of a state, given the highest severity of the open findings. */
const appearanceOf: Readonly<Record<DigestState, (worst: Severity) => { readonly icon: string; readonly tone: Tone }>> =
  {
    new: (worst) => ({ icon: severityIcons[worst], tone: worst === "error" ? "bad" : "warning" }),
    open: (worst) => ({ icon: severityIcons[worst], tone: "warning" }),
    incomplete: () => ({ icon: "⚠️", tone: "warning" }),
    quiet: () => ({ icon: "ℹ️", tone: "warning" }),
    clean: () => ({ icon: "✅", tone: "good" })
  }

/** The verdict that opens a mail: a sentence, an icon and a tone. */
export const verdictWords = (
  digest: Digest,
  { text }: DigestVoice
): { readonly verdict: string; readonly icon: string; readonly tone: Tone } => {
  const { changes, openBySeverity, minSeverity, lessSevere } = digest
  const state = stateOf(digest)
  const worst = severities.findLast((severity) => openBySeverity[severity] > 0) ?? "info"
  const sentences: Readonly<Record<DigestState, () => string>> = {
    new: () => text("verdictNew", { findings: changes.new }),
    incomplete: () => text("verdictIncomplete"),
    open: () => text("verdictOpen", { findings: openFindings(digest) }),
    quiet: () => text("verdictQuiet", { threshold: lessSevere > 0 ? minSeverity : "info" }),
    clean: () => text("verdictClean")
  }
  const isInventory = digest.kind === "inventory" && state !== "quiet" && (isSeen(digest.business) || changes.new > 0)
  const verdict = isInventory ? text("verdictInventory", { findings: openFindings(digest) }) : sentences[state]()
  return { verdict, ...appearanceOf[state](worst) }
}
