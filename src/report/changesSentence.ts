import type { Changes } from "../domain/Changes.ts"
import type { Page } from "./Page.ts"

/** What changed, in numbers: nothing that is zero but the new ones. */
export const changesParts = (page: Page, changes: Changes): ReadonlyArray<string> => {
  const part = (
    key: "changeRepeated" | "changeAcknowledged" | "changeGone" | "changeCleared" | "changeUnread",
    count: number
  ) => (count > 0 ? [page.text(key, { count })] : [])
  return [
    page.text("changeNew", { count: changes.new, byRules: changes.foundByChangedRules }),
    ...part("changeRepeated", changes.repeated),
    ...part("changeAcknowledged", changes.acknowledged),
    ...part("changeGone", changes.noLongerInWindow),
    ...part("changeCleared", changes.clearedByChangedRules),
    ...part("changeUnread", changes.chatsNotScanned)
  ]
}

/** What changed since the run before, in one sentence. */
export const changesSentence = (page: Page, changes: Changes): string =>
  changes.since === null
    ? page.text("firstRun")
    : page.text("changedSince", { time: page.time(changes.since.finishedAt) }) +
      page.text("detailSeparator") +
      page.list(changesParts(page, changes)) +
      page.text("fullStop")
