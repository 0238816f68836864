import { defineTexts } from "../locale/Texts.ts"

/** Messages about a baseline that cannot be used. */
export const baselineTexts = defineTexts({
  en: {
    missing: "There is no baseline {place}. Create it: chatlint baseline --baseline {place}",
    unreadable: "The baseline {place} cannot be read. Check its path and permissions.",
    unwritable: "The baseline {place} cannot be written. Check that the folder exists and is writable.",
    notJson:
      "{place}: the baseline is not JSON here. If two branches were merged, keep the lines of both; or recreate it: chatlint baseline",
    notBaseline:
      "{place}: this is not a baseline of chatlint, which has schema, keyId and findings with id, rule, path, key and match. Recreate it: chatlint baseline",
    noKey:
      "{place}: the ids of this baseline were made with the key that the configuration names in identityKey, and none is named now. Name it again, or recreate the baseline.",
    otherKey:
      "{place}: the ids of this baseline were made with a different key than that of identityKey. Set the same key, or recreate the baseline: remove the file and run chatlint baseline"
  },
  ru: {
    missing: "Базового списка {place} нет. Создайте его: chatlint baseline --baseline {place}",
    unreadable: "Базовый список {place} не удаётся прочитать. Проверьте путь и права.",
    unwritable: "Базовый список {place} не удаётся записать. Проверьте папку и права на неё.",
    notJson:
      "{place}: здесь базовый список не JSON. Если сливались две ветки, оставьте строки обеих; или создайте его заново: chatlint baseline",
    notBaseline:
      "{place}: это не базовый список chatlint: ожидаются schema, keyId и findings с id, rule, path, key и match. Создайте его заново: chatlint baseline",
    noKey:
      "{place}: номера этого базового списка сделаны с ключом, который настройки называют в identityKey, а сейчас он не назван. Назовите его снова или создайте список заново.",
    otherKey:
      "{place}: номера этого базового списка сделаны с другим ключом, чем в identityKey. Задайте прежний ключ или создайте список заново: удалите файл и выполните chatlint baseline"
  },
  zh: {
    missing: "没有基线文件 {place}。请新建：chatlint baseline --baseline {place}",
    unreadable: "无法读取基线文件 {place}。请检查路径和权限。",
    unwritable: "无法写入基线文件 {place}。请检查文件夹及其权限。",
    notJson: "{place}：基线文件此处不是 JSON。如果刚合并过两个分支，请保留双方的行；或重新生成：chatlint baseline",
    notBaseline:
      "{place}：这不是 chatlint 的基线文件：应有 schema、keyId，以及含 id、rule、path、key 和 match 的 findings。请重新生成：chatlint baseline",
    noKey: "{place}：此基线的编号由配置中 identityKey 指定的密钥生成，而现在没有指定。请重新指定，或重新生成基线。",
    otherKey:
      "{place}：此基线的编号由另一个密钥生成，与 identityKey 不同。请设置相同的密钥，或重新生成基线：删除该文件后运行 chatlint baseline"
  }
})
