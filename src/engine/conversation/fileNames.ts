import { type Conversation, defaultRegion } from "../Conversation.ts"
import type { Detection } from "../message/Detection.ts"
import { detectCards } from "../message/detectCards.ts"
import { detectEmails } from "../message/detectEmails.ts"
import { detectLinks } from "../message/detectLinks.ts"
import { detectPhones } from "../message/detectPhones.ts"
import { readMessage } from "../message/MessageReading.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { violationOf } from "../violationOf.ts"

/** Cameras and phones name files by figures: in a name only what is surely a contact is one. */
const sure = 0.75

const ending =
  /\.(?:jpe?g|png|webp|heic|gif|bmp|svg|pdf|docx?|xlsx?|csv|pptx?|rtf|zip|rar|7z|mp[34]|mov|avi|mkv|txt|html?|vcf|webm|ogg|m4a|wav)$/i

/** Names of apps, which are written the other way round than hosts: "Screenshot_com.yandex.market". */
const app = /^(?:com|ru|org|net|io|app|me)\./

const longestName = 400

/**
 * Contacts in the names of files that the shop attached, read like text without the ending; an underscore may stand for a blank. A span
 * cannot point into a name, so it takes in the whole text of the message, and `file` tells which name it was.
 */
export const fileNames = (ruleSet: RuleSet, conversation: Conversation): ReadonlyArray<Violation> =>
  conversation.messages.flatMap(({ sender, text, files }, message) => {
    if (sender !== "PARTNER" || files === undefined || files.length === 0) return []
    const found = new Map<string, Violation>()
    for (const [file, name] of files.entries()) {
      const stem = name.slice(0, longestName).replace(ending, "")
      for (const written of stem.includes("_") ? [stem, stem.replaceAll("_", " ")] : [stem]) {
        for (const [index, detections] of detect(ruleSet, conversation, written).entries()) {
          const rule = ruleSet.rules[index]
          if (rule === undefined) continue
          for (const detection of detections) {
            const { kind, normalized, confidence } = detection
            const key = `${rule.id} ${kind} ${normalized}`
            if (confidence < sure || found.has(key) || (kind === "link" && app.test(normalized))) continue
            const spans: Violation["spans"] = [{ message, start: 0, end: text.length }]
            found.set(key, { ...violationOf(rule, detection, spans), file })
          }
        }
      }
    }
    return [...found.values()]
  })

const detect = (
  ruleSet: RuleSet,
  conversation: Conversation,
  name: string
): ReadonlyArray<ReadonlyArray<Detection>> => {
  const reading = readMessage(name, conversation.region ?? defaultRegion)
  return ruleSet.rules.map((rule) => [
    ...detectPhones(rule, ruleSet, reading, conversation),
    ...detectLinks(rule, ruleSet, reading),
    ...detectEmails(rule, ruleSet, reading),
    ...detectCards(rule, ruleSet, reading, conversation)
  ])
}
