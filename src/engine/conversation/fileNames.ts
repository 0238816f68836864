import { type Conversation, defaultRegion } from "../Conversation.ts"
import type { Detection } from "../message/Detection.ts"
import { detectionsOf } from "../message/detectionsOf.ts"
import { readMessage } from "../message/MessageReading.ts"
import { readPhrases } from "../message/PhraseReading.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { violationOf } from "../violationOf.ts"

/** The minimum confidence for file names: cameras and phones use figures in them. */
const sure = 0.75

const ending =
  /\.(?:jpe?g|png|webp|heic|gif|bmp|svg|pdf|docx?|xlsx?|csv|pptx?|rtf|zip|rar|7z|mp[34]|mov|avi|mkv|txt|html?|vcf|webm|ogg|m4a|wav)$/i

/** Names of apps, which are hosts in reverse order: "Screenshot_com.yandex.market". */
const app = /^(?:com|ru|org|net|io|app|me)\./

/**
 * Dates in generated file names, which may also contain the app: "Screenshot_20261102-101112_Telegram",
 * "WhatsApp Image 2026-11-02".
 */
const day = /(?<!\d)20\d\d[-_.]?[01]\d[-_.]?[0-3]\d/

const longestName = 400

/**
 * Contacts, phrases and patterns in the names of files attached by the shop, read without the extension and also with
 * blanks for underscores. Spans cannot point into a name, so they cover the whole text of the message, and `file`
 * identifies the name.
 */
export const fileNames = (ruleSet: RuleSet, conversation: Conversation): ReadonlyArray<Violation> =>
  conversation.messages.flatMap(({ sender, text, files }, message) => {
    if (sender !== "PARTNER" || files === undefined || files.length === 0) return []
    const found = new Map<string, Violation>()
    for (const [file, name] of files.entries()) {
      const stem = name.slice(0, longestName).replace(ending, "")
      const words = stem.replaceAll("_", " ")
      for (const written of new Set([stem, words])) {
        for (const [index, detections] of detect(ruleSet, conversation, written).entries()) {
          const rule = ruleSet.rules[index]
          if (rule === undefined) continue
          for (const detection of detections) {
            const { kind, normalized, confidence } = detection
            const key = `${rule.id} ${kind} ${normalized}`
            // "vk_photo" is no account in a file name.
            if (kind === "phrase" && (written !== words || day.test(stem))) continue
            if (confidence < sure || found.has(key) || (kind === "link" && app.test(normalized))) continue
            const spans: Violation["spans"] = [{ message, start: 0, end: text.length }]
            found.set(key, { ...violationOf(rule, detection, spans), file })
          }
        }
      }
    }
    return [...found.values()]
  })

/** The detections of all rules in a name. */
const detect = (
  ruleSet: RuleSet,
  conversation: Conversation,
  name: string
): ReadonlyArray<ReadonlyArray<Detection>> => {
  const reading = readMessage(name, conversation.region ?? defaultRegion)
  const phrases = readPhrases(ruleSet, reading)
  const read = { ruleSet, reading, phrases, conversation }
  return ruleSet.rules.map((rule, index) => detectionsOf(rule, phrases.found[index], read))
}
