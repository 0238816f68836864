import type { Changes } from "../domain/Changes.ts"
import type { Page } from "./Page.ts"

/** The numbers of changes, without zeros except for new findings. */
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

/** One sentence about the changes since the previous run. */
export const changesSentence = (page: Page, changes: Changes): string =>
  changes.since === null
    ? page.text("firstRun")
    : page.text("changedSince", { time: page.time(changes.since.finishedAt) }) +
      page.text("detailSeparator") +
      page.list(changesParts(page, changes)) +
      page.text("fullStop")
