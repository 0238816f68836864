import { defineTexts } from "../locale/Texts.ts"

/** The explanations of keys in the configuration that `chatlint init` writes, and in the schema for editors. */
export const configKeyTexts = defineTexts({
  en: {
    head: "The configuration of chatlint. Every key is optional; remove the # before one to set it. Options take precedence over the environment, and the environment over this file.",
    businesses:
      "The businesses (cabinets) to scan; by default all that the key in CHATLINT_API_KEY can access. Keys are set in the environment and only named here.",
    baseUrl: "The address of the marketplace's API.",
    db: "The database of findings, relative to the folder of this file.",
    concurrency: "Concurrent requests per business, 1 to 4.",
    region: "The country of the shops, for numbers without a country code.",
    rules: "Folders with your own rules; a rule with the id of a shipped one replaces it.",
    failOn: "The lowest severity that ends a command with exit code 1: info, warning, error or never.",
    minConfidence: "Findings with a lower confidence are omitted, from 0 to 1.",
    allow: "What is allowed whatever the rule: your own numbers, sites, addresses and phrases.",
    drafts: "Where the templates are, which of their values are messages, and what their placeholders are filled with.",
    suppressions:
      "Known findings in templates to suppress. A rule and a reason are required; files are globs, and until is the last day.",
    identityKey:
      "The environment variable with the key for the ids of findings in templates. By default the baseline contains one.",
    locale: "The language of reports: ru, en or zh.",
    timeZone: "The time zone of reports.",
    mail: "The sender and the server of mailed reports.",
    serve: "For chatlint serve: the tokens of clients, and the secret in the path of the marketplace's notifications."
  },
  ru: {
    head: "Настройки chatlint. Любой ключ можно не задавать; чтобы задать, уберите перед ним знак. Ключи команды важнее окружения, а окружение важнее этого файла.",
    businesses:
      "Кабинеты, которые проверяются; без них – все, что доступны ключу из CHATLINT_API_KEY. Ключ здесь называют, а не пишут: он лежит в окружении.",
    baseUrl: "Адрес API маркетплейса.",
    db: "Где хранится найденное. Считается от папки этого файла.",
    concurrency: "Одновременных запросов на кабинет, от 1 до 4.",
    region: "Страна магазинов: по ней читаются номера без кода страны.",
    rules: "Папки с вашими правилами: правило с нашим именем заменяет наше.",
    failOn: "Наименьшая важность, при которой команда кончается кодом 1: info, warning, error или never.",
    minConfidence: "Находки с меньшей уверенностью не показываются, от 0 до 1.",
    allow: "Что разрешено при любых правилах: ваши номера, сайты, адреса и фразы.",
    drafts: "Где лежат шаблоны, какие их значения – сообщения и чем заполняются их места для подстановки.",
    suppressions:
      "Находки в шаблонах, о которых известно и которые остаются. Нужны правило и причина; files – маски, until – последний день.",
    identityKey: "Переменная окружения с ключом для номеров находок в шаблонах. Без неё ключ лежит в базовом списке.",
    locale: "Язык отчётов: ru, en или zh.",
    timeZone: "Часовой пояс отчётов.",
    mail: "От кого и через какой сервер отчёты отправляются почтой.",
    serve: "Для chatlint serve: токены тех, кто может спрашивать, и что должен называть путь уведомлений маркетплейса."
  },
  zh: {
    head: "chatlint 的配置。所有键均可省略；去掉前面的符号即可设置。命令行选项优先于环境变量，环境变量优先于本文件。",
    businesses:
      "要扫描的店铺后台；不写则为 CHATLINT_API_KEY 的密钥可访问的全部。这里只写密钥的名称，密钥本身放在环境变量中。",
    baseUrl: "平台 API 的地址。",
    db: "保存发现的位置，相对于本文件所在文件夹。",
    concurrency: "每个店铺后台的并发请求数，1 到 4。",
    region: "店铺所在国家，用于识别不带国家代码的号码。",
    rules: "您自己的规则文件夹：同名规则替换我们的规则。",
    failOn: "使命令以退出码 1 结束的最低严重程度：info、warning、error 或 never。",
    minConfidence: "可信度低于此值的发现不显示，0 到 1。",
    allow: "无论何种规则都放行的内容：您自己的号码、网站、地址和短语。",
    drafts: "模板的位置、其中哪些值是消息，以及占位符填入什么内容。",
    suppressions: "模板中已知且保留的发现。必须写规则和理由；files 为通配符，until 为最后一天。",
    identityKey: "保存模板发现编号密钥的环境变量。不写则使用基线文件自带的密钥。",
    locale: "报告语言：ru、en 或 zh。",
    timeZone: "报告的时区。",
    mail: "报告邮件的发件人和服务器。",
    serve: "用于 chatlint serve：允许请求者的令牌，以及平台通知路径中必须包含的密钥。"
  }
})
