import { defineTexts } from "../locale/Texts.ts"

/** What the command line says of itself. */
export const commandTexts = defineTexts({
  en: {
    about: "Finds the chat messages for which a marketplace hides a shop's goods.",
    scan: "Read every chat of each business, from where the last run stopped, and report what breaks the rules",
    demo: "Start a sandbox marketplace with a shop of its own and scan it; needs no key",
    business: "business (cabinet) to scan; repeatable [CHATLINT_BUSINESS]. None: all that the key can reach",
    baseUrl: "address of the Market API [CHATLINT_BASE_URL]",
    db: "database file, made on first use [CHATLINT_DB]",
    config: "configuration file; without it, chatlint.yaml from here upward",
    format: "how the report is written to standard output: {formats}",
    output: "also write the report to a file, as FORMAT=FILE; repeatable",
    failOn: "the least severity that ends with exit code 1: info, warning, error, never",
    concurrency: "requests at once for each business, 1 to 4",
    region: "country of the shop, in which numbers without a country code are read: RU, KZ, …",
    rules: "folder with rule files that are added or that replace ours; repeatable",
    full: "read every chat again from its beginning",
    reveal: "show contacts unmasked, as far as they were read in this run",
    locale: "language of texts: ru, en, zh",
    timeZone: "time zone of the report, such as Europe/Moscow",
    color: "never use colours",
    quiet: "no progress line",
    version: "print the version",
    help: "show this help",
    usageTitle: "Usage:",
    optionsTitle: "Options:",
    commandsTitle: "Commands:",
    argumentsTitle: "Arguments:",
    exitCodes:
      "Exit codes: 0 all seen, nothing found · 1 findings · 2 wrong usage, configuration or rule file · 3 not all could be seen · 4 a mail was not delivered · 130 interrupted",
    unknownOption:
      "There is no option {option}.{nearest, select, none {} other { Did you mean {nearest}?}} See: {help}",
    unknownCommand:
      "There is no command {command}.{nearest, select, none {} other { Did you mean {nearest}?}} See: {help}",
    missingCommand: "Name a command. See: {help}",
    excessArguments:
      "The command {command} takes {expected, plural, =0 {no arguments, only options} one {# argument only} other {# arguments only}}. See: {help}",
    missingArgument: "The argument <{argument}> is missing. See: {help}",
    missingValue: "The option {option} needs a value. See: {help}",
    badUsage: "{detail}. See: {help}",
    noBusiness: "The key reaches no business. Check that the cabinet has a shop, or name a business with --business.",
    discovering: "The businesses of this key could not be listed: {problem}",
    outputUnwritable: "The report could not be written to {path}. Check the folder and its rights.",
    businessFailed: "Business {businessId}: {problem}",
    shopsWithoutBusiness:
      "{shops, plural, one {# shop} other {# shops}} of this key: the marketplace named no business for {shops, plural, one {it} other {them}}, so {shops, plural, one {its} other {their}} chats were not read. Name the business with --business.",
    unexpected: "chatlint met a fault of its own: {problem}. Please report it. What was done until then is kept.",
    progressListing: "{business}reading the list of chats: {listed}",
    progressReading:
      "{business}chats {read}/{total} · findings {findings}{remaining, select, unknown {} other { · requests left this hour {remaining}}}{left, select, unknown {} other { · {left} to go}}",
    progressWaiting:
      "{business}chats {read}/{total} · findings {findings} · the hour''s requests are spent, going on in {wait}{left, select, unknown {} other { · {left} to go}}",
    demoIntro: "A sandbox marketplace answers at {url}; its shop «{shop}» is scanned as a real one would be.",
    demoNext:
      "With your own shop:\n  1. In the cabinet under «Settings → API and modules», make an API key with the scope «all-methods:read-only».\n  2. CHATLINT_API_KEY=… chatlint scan\nThe second night reads only what is new."
  },
  ru: {
    about: "Находит сообщения в чатах, из-за которых маркетплейс скрывает товары магазина.",
    scan: "Прочитать все чаты каждого кабинета с места прошлой остановки и сообщить, что нарушает правила",
    demo: "Запустить учебный маркетплейс с магазином и проверить его; ключ не нужен",
    business: "кабинет для проверки; можно несколько [CHATLINT_BUSINESS]. Без него: все, доступные ключу",
    baseUrl: "адрес API Маркета [CHATLINT_BASE_URL]",
    db: "файл базы, создаётся при первом запуске [CHATLINT_DB]",
    config: "файл настроек; без него ищется chatlint.yaml в этой папке и выше",
    format: "вид отчёта в стандартном выводе: {formats}",
    output: "записать отчёт и в файл, ВИД=ФАЙЛ; можно несколько",
    failOn: "наименьшая важность, при которой код выхода 1: info, warning, error, never",
    concurrency: "запросов одновременно на кабинет, от 1 до 4",
    region: "страна магазина, по которой читаются номера без кода страны: RU, KZ, …",
    rules: "папка с файлами правил, которые добавляются или заменяют наши; можно несколько",
    full: "прочитать все чаты заново с начала",
    reveal: "показать контакты без маски, если они прочитаны в этом прогоне",
    locale: "язык текстов: ru, en, zh",
    timeZone: "часовой пояс отчёта, например Europe/Moscow",
    color: "без цвета",
    quiet: "без строки хода",
    version: "напечатать версию",
    help: "показать эту справку",
    usageTitle: "Использование:",
    optionsTitle: "Ключи:",
    commandsTitle: "Команды:",
    argumentsTitle: "Аргументы:",
    exitCodes:
      "Коды выхода: 0 всё просмотрено, нарушений нет · 1 есть нарушения · 2 ошибка в команде, настройках или файле правил · 3 просмотрено не всё · 4 письмо не доставлено · 130 прервано",
    unknownOption: "Ключа {option} нет.{nearest, select, none {} other { Может быть, {nearest}?}} Справка: {help}",
    unknownCommand: "Команды {command} нет.{nearest, select, none {} other { Может быть, {nearest}?}} Справка: {help}",
    missingCommand: "Укажите команду. Справка: {help}",
    excessArguments:
      "У команды {command} {expected, plural, =0 {нет аргументов, только ключи} one {только # аргумент} few {только # аргумента} other {только # аргументов}}. Справка: {help}",
    missingArgument: "Не хватает аргумента <{argument}>. Справка: {help}",
    missingValue: "Ключу {option} нужно значение. Справка: {help}",
    badUsage: "{detail}. Справка: {help}",
    noBusiness:
      "Ключу не доступен ни один кабинет. Проверьте, что в кабинете есть магазин, или укажите кабинет в --business.",
    discovering: "Не удалось получить список кабинетов ключа: {problem}",
    outputUnwritable: "Не удалось записать отчёт в {path}. Проверьте папку и права на неё.",
    businessFailed: "Кабинет {businessId}: {problem}",
    shopsWithoutBusiness:
      "{shops, plural, one {# магазин} few {# магазина} other {# магазинов}} этого ключа: маркетплейс не назвал кабинет, и чаты не прочитаны. Назовите кабинет через --business.",
    unexpected: "Ошибка самого chatlint: {problem}. Сообщите нам о ней. Сделанное до неё сохранено.",
    progressListing: "{business}читается список чатов: {listed}",
    progressReading:
      "{business}чаты {read}/{total} · нарушений {findings}{remaining, select, unknown {} other { · запросов до конца часа {remaining}}}{left, select, unknown {} other { · осталось {left}}}",
    progressWaiting:
      "{business}чаты {read}/{total} · нарушений {findings} · запросы этого часа кончились, продолжение через {wait}{left, select, unknown {} other { · осталось {left}}}",
    demoIntro: "Учебный маркетплейс отвечает на {url}; его магазин «{shop}» проверяется так же, как настоящий.",
    demoNext:
      "Для вашего магазина:\n  1. В кабинете, «Настройки → API и модули», создайте API-ключ с доступом «all-methods:read-only».\n  2. CHATLINT_API_KEY=… chatlint scan\nНа вторую ночь читается только новое."
  },
  zh: {
    about: "找出会导致平台隐藏店铺商品的聊天消息。",
    scan: "从上次停止处读取每个店铺后台的全部聊天，报告违反规则的内容",
    demo: "启动带示例店铺的沙盒平台并扫描；无需密钥",
    business: "要扫描的店铺后台，可重复 [CHATLINT_BUSINESS]。不写则为密钥可访问的全部",
    baseUrl: "Market API 地址 [CHATLINT_BASE_URL]",
    db: "数据库文件，首次使用时创建 [CHATLINT_DB]",
    config: "配置文件；不写则从当前文件夹向上查找 chatlint.yaml",
    format: "标准输出的报告格式：{formats}",
    output: "同时把报告写入文件，格式=文件，可重复",
    failOn: "以退出码 1 结束的最低严重程度：info, warning, error, never",
    concurrency: "每个店铺后台的并发请求数，1 到 4",
    region: "店铺所在国家，用于识别不带国家代码的号码：RU、KZ 等",
    rules: "规则文件夹，添加规则或替换同名规则，可重复",
    full: "从头重新读取所有聊天",
    reveal: "不遮盖本次读取到的联系方式",
    locale: "语言：ru, en, zh",
    timeZone: "报告的时区，例如 Europe/Moscow",
    color: "不使用颜色",
    quiet: "不显示进度行",
    version: "显示版本",
    help: "显示帮助",
    usageTitle: "用法：",
    optionsTitle: "选项：",
    commandsTitle: "命令：",
    argumentsTitle: "参数：",
    exitCodes:
      "退出码：0 全部检查且无发现 · 1 有发现 · 2 用法、配置或规则文件错误 · 3 未能全部检查 · 4 有邮件未送达 · 130 被中断",
    unknownOption: "没有选项 {option}。{nearest, select, none {} other {您是指 {nearest} 吗？}}帮助：{help}",
    unknownCommand: "没有命令 {command}。{nearest, select, none {} other {您是指 {nearest} 吗？}}帮助：{help}",
    missingCommand: "请指定命令。帮助：{help}",
    excessArguments:
      "命令 {command} {expected, plural, =0 {只有选项，没有参数} other {最多接受 # 个参数}}。帮助：{help}",
    missingArgument: "缺少参数 <{argument}>。帮助：{help}",
    missingValue: "选项 {option} 需要一个值。帮助：{help}",
    badUsage: "{detail}。帮助：{help}",
    noBusiness: "此密钥没有可访问的店铺后台。请确认后台中有店铺，或用 --business 指定。",
    discovering: "无法列出此密钥的店铺后台：{problem}",
    outputUnwritable: "无法把报告写入 {path}。请检查文件夹及其权限。",
    businessFailed: "店铺后台 {businessId}：{problem}",
    shopsWithoutBusiness: "此密钥有 {shops} 个店铺：平台未说明其所属后台，聊天未读取。请用 --business 指定后台。",
    unexpected: "chatlint 自身出错：{problem}。请反馈给我们。此前的工作已保存。",
    progressListing: "{business}正在读取聊天列表：{listed}",
    progressReading:
      "{business}聊天 {read}/{total} · 发现 {findings}{remaining, select, unknown {} other { · 本小时剩余请求 {remaining}}}{left, select, unknown {} other { · 还需 {left}}}",
    progressWaiting:
      "{business}聊天 {read}/{total} · 发现 {findings} · 本小时请求已用完，{wait}后继续{left, select, unknown {} other { · 还需 {left}}}",
    demoIntro: "沙盒平台地址 {url}；示例店铺“{shop}”将像真实店铺一样被扫描。",
    demoNext:
      "用于您的店铺：\n  1. 在后台“设置 → API 和模块”中新建权限为“all-methods:read-only”的 API 密钥。\n  2. CHATLINT_API_KEY=… chatlint scan\n第二晚只读取新内容。"
  }
})
