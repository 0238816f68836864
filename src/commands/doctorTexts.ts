import { defineTexts } from "../locale/Texts.ts"

/** The texts of `chatlint doctor`: what was checked, its state, and what to do. */
export const doctorTexts = defineTexts({
  en: {
    doctor: "Check the set-up: Node.js, configuration, rules, database, key, marketplace",
    node: "Node.js {version}",
    nodeTooOld: "Node.js {version} is too old. Install {needed} or newer.",
    config: "Configuration: {path}",
    noConfig: "No configuration: all settings have their defaults. To create one: chatlint init",
    rules: "{rules, plural, one {# rule} other {# rules}}",
    baseline: "Baseline {path}: {findings, plural, one {# finding accepted} other {# findings accepted}}",
    noBaseline: "No baseline: every finding in templates is new. To accept the current ones: chatlint baseline",
    database: "Database {path} can be opened",
    databaseNew: "Database {path} will be created by the first scan",
    folderUnwritable: "The database {path} cannot be created: its folder does not exist or is not writable.",
    keys: "{keys, plural, one {# marketplace key is} other {# marketplace keys are}} set; keys are never shown",
    noKey:
      "No key: chats cannot be scanned, but templates can be checked. Create one in the cabinet and set CHATLINT_API_KEY.",
    market: "The marketplace at {url} answers: {businesses, plural, one {# business} other {# businesses}}",
    marketSilent:
      "The marketplace at {url} has not answered for {seconds} seconds. Try again later, or check the network.",
    well: "No problems found.",
    notWell: "{problems, plural, one {# problem} other {# problems}} to fix."
  },
  ru: {
    doctor: "Проверить установку: Node.js, настройки, правила, базу, ключ, маркетплейс",
    node: "Node.js {version}",
    nodeTooOld: "Node.js {version} слишком старый. Установите {needed} или новее.",
    config: "Настройки: {path}",
    noConfig: "Файла настроек нет, действуют значения по умолчанию. Создать его: chatlint init",
    rules: "{rules, plural, one {# правило} few {# правила} many {# правил} other {# правила}}",
    baseline:
      "Базовый список {path}: {findings, plural, one {принята # находка} few {приняты # находки} many {принято # находок} other {принято # находки}}",
    noBaseline: "Базового списка нет: все находки в шаблонах новые. Принять сегодняшние: chatlint baseline",
    database: "База {path} открывается",
    databaseNew: "База {path} появится при первой проверке чатов",
    folderUnwritable: "Базу {path} создать нельзя: папки нет или в неё нельзя писать.",
    keys: "{keys, plural, one {Задан # ключ} few {Заданы # ключа} many {Задано # ключей} other {Задано # ключа}} к маркетплейсу; сами ключи не показываются",
    noKey: "Ключа нет: чаты проверить нельзя, шаблоны можно. Создайте ключ в кабинете и задайте CHATLINT_API_KEY.",
    market:
      "Маркетплейс по адресу {url} отвечает: {businesses, plural, one {# кабинет} few {# кабинета} many {# кабинетов} other {# кабинета}}",
    marketSilent: "Маркетплейс по адресу {url} не ответил за {seconds} секунд. Попробуйте позже или проверьте сеть.",
    well: "Всё в порядке.",
    notWell:
      "{problems, plural, one {Надо исправить # неполадку} few {Надо исправить # неполадки} many {Надо исправить # неполадок} other {Надо исправить # неполадки}}."
  },
  zh: {
    doctor: "检查环境：Node.js、配置、规则、数据库、密钥、平台",
    node: "Node.js {version}",
    nodeTooOld: "Node.js {version} 过旧。请安装 {needed} 或更新版本。",
    config: "配置：{path}",
    noConfig: "没有配置文件，使用默认设置。生成配置：chatlint init",
    rules: "{rules, number} 条规则",
    baseline: "基线 {path}：已接受 {findings, number} 处发现",
    noBaseline: "没有基线：模板中的发现都是新的。接受现有发现：chatlint baseline",
    database: "数据库 {path} 可以打开",
    databaseNew: "数据库 {path} 将在首次扫描时创建",
    folderUnwritable: "无法创建数据库 {path}：文件夹不存在或不可写。",
    keys: "已设置 {keys, number} 个平台密钥；密钥从不显示",
    noKey: "没有密钥：不能扫描聊天，但可以检查模板。请在后台新建密钥并设置 CHATLINT_API_KEY。",
    market: "平台 {url} 有应答：{businesses, number} 个店铺后台",
    marketSilent: "平台 {url} 在 {seconds} 秒内没有应答。请稍后重试或检查网络。",
    well: "一切正常。",
    notWell: "有 {problems, number} 个问题需要解决。"
  }
})
