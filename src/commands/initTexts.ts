import { defineTexts } from "../locale/Texts.ts"

/** The texts of `chatlint init`. */
export const initTexts = defineTexts({
  en: {
    init: "Create a configuration with every key explained, and its schema for editors",
    force: "overwrite existing files",
    written: "Written: {path}",
    next: "Check your templates: chatlint check templates/\nCheck the set-up: chatlint doctor",
    fileExists: "{path} already exists and was not changed. To overwrite it: chatlint init --force"
  },
  ru: {
    init: "Создать файл настроек с объяснением каждого ключа и его схему для редакторов",
    force: "перезаписать существующие файлы",
    written: "Создан {path}",
    next: "Проверить шаблоны: chatlint check templates/\nПроверить установку: chatlint doctor",
    fileExists: "{path} уже есть и оставлен как есть. Перезаписать: chatlint init --force"
  },
  zh: {
    init: "生成带有逐项说明的配置文件及供编辑器使用的模式文件",
    force: "覆盖已有文件",
    written: "已写入：{path}",
    next: "检查模板：chatlint check templates/\n检查环境：chatlint doctor",
    fileExists: "{path} 已存在，未改动。要覆盖请运行：chatlint init --force"
  }
})
