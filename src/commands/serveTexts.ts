import { defineTexts } from "../locale/Texts.ts"

/** What `chatlint serve` says of itself. */
export const serveCommandTexts = defineTexts({
  en: {
    serve: "Answer checks over HTTP while a message is written, and scan chats that the marketplace notifies of",
    host: "address to listen on; another than this machine's own needs a token [CHATLINT_SERVE_TOKEN]",
    port: "port to listen on, 8080 by default; 0 takes a free one and prints it",
    bodyLimit: "largest body of a request, in bytes; 1 MB by default",
    rateLimit:
      "requests a minute for each token or address, 0 for no limit; 6000 by default, and none for programs on this machine",
    noNotifications: "let the marketplace's notifications start no scan",
    business:
      "business whose chats are scanned on notification; repeatable. With one, its allow lists count in checks too",
    locale: "language where a request asks for none: ru, en, zh",
    quiet: "no line for each request",
    listening: "chatlint listens on {url} · documents: {url}/docs",
    notifications: "Notifications of the marketplace to {url} start scans into {db}",
    noSecret:
      "No CHATLINT_NOTIFICATION_SECRET is set: notifications through a proxy are refused. Set it, and give the marketplace the address with it.",
    noKey:
      "Notifications of the marketplace are answered but start no scan: there is no API key (CHATLINT_API_KEY). The nightly scan reads what they tell of."
  },
  ru: {
    serve: "Отвечать на проверки по HTTP, пока сообщение пишут, и проверять чаты по уведомлениям маркетплейса",
    host: "адрес, на котором слушать; для чужих машин нужен токен [CHATLINT_SERVE_TOKEN]",
    port: "порт, по умолчанию 8080; 0 — взять свободный и напечатать его",
    bodyLimit: "наибольшее тело запроса в байтах; по умолчанию 1 МБ",
    rateLimit:
      "запросов в минуту на токен или адрес, 0 — без ограничения; по умолчанию 6000, программы этой машины не ограничены",
    noNotifications: "не начинать проверок по уведомлениям маркетплейса",
    business:
      "кабинет, чьи чаты проверяются по уведомлениям; можно несколько. Если он один, его разрешённое действует и в проверках",
    locale: "язык, если запрос не просит своего: ru, en, zh",
    quiet: "без строки о каждом запросе",
    listening: "chatlint слушает {url} · описание: {url}/docs",
    notifications: "Уведомления маркетплейса на {url} начинают проверки в {db}",
    noSecret:
      "CHATLINT_NOTIFICATION_SECRET не задан: уведомления через прокси не принимаются. Задайте его и укажите маркетплейсу адрес с ним.",
    noKey:
      "На уведомления маркетплейса есть ответ, но проверок они не начинают: нет API-ключа (CHATLINT_API_KEY). О чём они говорят, прочитает ночная проверка."
  },
  zh: {
    serve: "在编写消息时通过 HTTP 检查，并按平台通知扫描聊天",
    host: "监听地址；非本机地址需要令牌 [CHATLINT_SERVE_TOKEN]",
    port: "监听端口，默认 8080；0 表示使用空闲端口并显示",
    bodyLimit: "请求体的最大字节数，默认 1 MB",
    rateLimit: "每个令牌或地址每分钟的请求数，0 表示不限；默认 6000，本机程序不限",
    noNotifications: "平台通知不启动扫描",
    business: "按通知扫描聊天的店铺后台，可重复。只有一个时，其放行名单也用于检查",
    locale: "请求未指定时的语言：ru, en, zh",
    quiet: "不为每个请求写一行日志",
    listening: "chatlint 监听 {url} · 文档：{url}/docs",
    notifications: "发往 {url} 的平台通知会启动扫描，写入 {db}",
    noSecret: "未设置 CHATLINT_NOTIFICATION_SECRET：经代理转发的通知会被拒绝。请设置它，并把带有它的地址填给平台。",
    noKey: "平台通知会得到回答，但不启动扫描：没有 API 密钥（CHATLINT_API_KEY）。通知所说的内容由夜间扫描读取。"
  }
})
