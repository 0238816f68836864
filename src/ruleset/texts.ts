import { defineTexts } from "../locale/Texts.ts"

/** The messages about folders of rules that cannot be used. */
export const ruleFolderTexts = defineTexts({
  en: {
    unreadable: "The folder of rules {path} cannot be read. Check the path given to --rules and its rights.",
    empty: "There is no rule file (*.yaml) in {path}. Check the path given to --rules."
  },
  ru: {
    unreadable: "Папку правил {path} не удаётся прочитать. Проверьте путь в --rules и права на папку.",
    empty: "В папке {path} нет файлов правил (*.yaml). Проверьте путь в --rules."
  },
  zh: {
    unreadable: "无法读取规则文件夹 {path}。请检查 --rules 的路径及其权限。",
    empty: "{path} 中没有规则文件 (*.yaml)。请检查 --rules 的路径。"
  }
})
