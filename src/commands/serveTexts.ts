import { defineTexts } from "../locale/Texts.ts"

/** The texts of `chatlint serve`. */
export const serveCommandTexts = defineTexts({
  en: {
    serve: "Check messages over HTTP while they are written, and scan chats when the marketplace notifies of them",
    host: "address to listen on; any but a loopback address needs a token [CHATLINT_SERVE_TOKEN]",
    port: "port to listen on, 8080 by default; 0 selects a free one and prints it",
    bodyLimit: "maximum size of a request body, in bytes; 1 MB by default",
    rateLimit:
      "requests per minute for each token or address, 0 for no limit; 6000 by default; programs on this machine are not limited",
    noNotifications: "do not scan chats on notifications of the marketplace",
    business:
      "business whose chats are scanned on notification; repeatable. If there is only one, its allow lists also apply to checks",
    locale: "language for requests that specify none: ru, en, zh",
    quiet: "do not log requests",
    listening: "chatlint listens on {url} · documentation: {url}/docs",
    notifications: "Notifications to {url} start scans into {db}",
    noSecret:
      "No CHATLINT_NOTIFICATION_SECRET is set: notifications through a proxy are refused. Set it, and register the address that contains it with the marketplace.",
    noKey:
      "Notifications of the marketplace are answered but start no scan, because there is no API key (CHATLINT_API_KEY). The nightly scan reads the chats that they name."
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
