import { defineTexts } from "../locale/Texts.ts"

/** The texts of `chatlint baseline`. */
export const baselineCommandTexts = defineTexts({
  en: {
    baseline: "Accept the current findings in templates, so that check fails only on new ones",
    prune: "only remove findings that no longer occur; accept no new ones",
    file: "the baseline file; by default chatlint-baseline.json next to chatlint.yaml or in the current folder",
    written:
      "{path}: {all, plural, one {# finding} other {# findings}} accepted: {added, number} added, {removed, number} removed.",
    nothing: "Nothing was found, so there is nothing to accept."
  },
  ru: {
    baseline: "Принять сегодняшние находки в шаблонах, чтобы check находил только новые",
    prune: "только убрать то, чего больше нет; нового не принимать",
    file: "базовый список; без ключа – chatlint-baseline.json рядом с chatlint.yaml или в этой папке",
    written:
      "{path}: {all, plural, one {принята # находка} few {приняты # находки} many {принято # находок} other {принято # находки}}; новых {added, number}, больше нет {removed, number}.",
    nothing: "Ничего не найдено: принимать нечего."
  },
  zh: {
    baseline: "接受模板中现有的发现，使 check 只对新的发现报错",
    prune: "只移除不再出现的条目，不接受新的发现",
    file: "基线文件；不写则为 chatlint.yaml 旁边或当前文件夹中的 chatlint-baseline.json",
    written: "{path}：已接受 {all, number} 处发现；新增 {added, number} 处，不再出现 {removed, number} 处。",
    nothing: "没有发现，无需接受。"
  }
})
