import { defineTexts } from "../../locale/Texts.ts"

/** The messages about failures of Git. */
export const gitTexts = defineTexts({
  en: {
    missing: "Git cannot be started. Install it, or name files instead of --staged and --since.",
    noRepository: "Here is no Git repository. Start chatlint in one, or name files instead of --staged and --since.",
    badRevision: "Git knows no revision «{detail}». Correct --since; in CI, fetch enough of the history.",
    failed: "Git failed: {detail}"
  },
  ru: {
    missing: "Не удаётся запустить Git. Установите его или укажите файлы вместо --staged и --since.",
    noRepository: "Здесь нет репозитория Git. Запустите chatlint в нём или укажите файлы вместо --staged и --since.",
    badRevision: "Git не знает ревизии «{detail}». Исправьте --since; в CI загрузите достаточно истории.",
    failed: "Ошибка Git: {detail}"
  },
  zh: {
    missing: "无法启动 Git。请安装，或指定文件而不用 --staged 和 --since。",
    noRepository: "此处不是 Git 仓库。请在仓库中运行，或指定文件而不用 --staged 和 --since。",
    badRevision: "Git 中没有版本“{detail}”。请更正 --since；在 CI 中请获取足够的历史。",
    failed: "Git 出错：{detail}"
  }
})
