import { defineTexts } from "../locale/Texts.ts"

/** The words of the terminal report. */
export const reportTexts = defineTexts({
  ru: {
    run: "chatlint · прогон {id}",
    period: "{start} – {finish} · время: {timeZone}",
    business: "Кабинет {businessId}",
    chat: "Чат {chatId}",
    withOrder:
      "{context, select, ORDER {заказ {orderId}} RETURN {возврат, заказ {orderId}} DIRECT {вопрос покупателя, заказ {orderId}} other {{context}, заказ {orderId}}}",
    withoutOrder:
      "{context, select, ORDER {номер заказа неизвестен} RETURN {возврат, номер заказа неизвестен} DIRECT {вопрос покупателя, без заказа} other {{context}, без заказа}}",
    status: "{status, select, new {новое} repeated {повторное} other {разобрано}}",
    severity: "{severity, select, error {ошибка} warning {предупреждение} other {замечание}}",
    timeUnknown: "время неизвестно",
    messages:
      "собрано из {messages, plural, one {# сообщения} few {# сообщений} many {# сообщений} other {# сообщения}}",
    confidence: "уверенность {confidence, number, percent}",
    findingId: "находка {id}",
    match: "найдено: {match}",
    whereToLook: "Чат ищите в кабинете продавца по номеру заказа или чата, сообщение – по времени.",
    byRule: "Нарушенные правила",
    count: "{findings, number}",
    unseen: "Не проверено",
    businessUnseen: "Кабинет {businessId} прочитан не до конца",
    chatUnseen: "Кабинет {businessId}, чат {chatId}",
    coverageOf: "Кабинет {businessId}: что проверено",
    coverageOfAll:
      "Всего, {businesses, plural, one {# кабинет} few {# кабинета} many {# кабинетов} other {# кабинета}}",
    listUnknown: "Список чатов получить не удалось: сколько их, неизвестно, не проверен ни один.",
    listEmpty: "В кабинете нет чатов.",
    checked:
      "{checked, plural, one {Проверен #} few {Проверено #} many {Проверено #} other {Проверено #}} из {listed, plural, one {# чата} few {# чатов} many {# чатов} other {# чата}}",
    checkedOfKnown:
      "Список чатов может быть неполным. {checked, plural, one {Проверен #} few {Проверено #} many {Проверено #} other {Проверено #}} из {listed, plural, one {# известного чата} few {# известных чатов} many {# известных чатов} other {# известного чата}}",
    read: "{chats, plural, one {прочитан\u00a0#} few {прочитано\u00a0#} many {прочитано\u00a0#} other {прочитано\u00a0#}}",
    unchanged: "без новых сообщений\u00a0{chats, number}",
    notOpened:
      "{chats, plural, one {не открылся\u00a0#} few {не открылись\u00a0#} many {не открылось\u00a0#} other {не открылись\u00a0#}}",
    messagesRead:
      "{messages, plural, one {Прочитано # сообщение} few {Прочитано # сообщения} many {Прочитано # сообщений} other {Прочитано # сообщения}}, из них магазин написал {partner, number}.",
    unknownSenders:
      "{messages, plural, one {# сообщение не проверено: неизвестно, кто его написал.} few {# сообщения не проверены: неизвестно, кто их написал.} many {# сообщений не проверены: неизвестно, кто их написал.} other {# сообщения не проверены: неизвестно, кто их написал.}}",
    requests:
      "{all, plural, one {# запрос} few {# запроса} many {# запросов} other {# запроса}} к маркетплейсу: за списками чатов {list, number}, за сообщениями {history, number}; среди них повторных {retries, number}.",
    olderRules:
      "{chats, plural, one {# чат проверен} few {# чата проверены} many {# чатов проверены} other {# чата проверены}} по прежним правилам. Прочитать заново: {command}",
    found:
      "{findings, plural, one {Найдено # нарушение} few {Найдено # нарушения} many {Найдено # нарушений} other {Найдено # нарушения}}",
    severityCount:
      "{severity, select, error {{findings, plural, one {# ошибка} few {# ошибки} many {# ошибок} other {# ошибки}}} warning {{findings, plural, one {# предупреждение} few {# предупреждения} many {# предупреждений} other {# предупреждения}}} other {{findings, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}}}",
    newAndRepeated: "Новых {new, number}, повторных {repeated, number}.",
    acknowledged: "Разобрано раньше: {findings, number}.",
    incomplete: "Проверено не всё",
    chatsUnread:
      "{chats, plural, one {# чат не прочитан} few {# чата не прочитаны} many {# чатов не прочитаны} other {# чата не прочитаны}}",
    businessesCutShort:
      "{businesses, plural, one {# кабинет прочитан не до конца} few {# кабинета прочитаны не до конца} many {# кабинетов прочитаны не до конца} other {# кабинета прочитаны не до конца}}",
    nothingSeen: "Ни один чат не проверен.",
    notClean: "В прочитанном нарушений не найдено, но считать чаты чистыми нельзя.",
    nothingToCheck: "Чатов нет, проверять было нечего.",
    clean: "Чисто: нарушений нет.",
    nothingOpen: "Новых и повторных нарушений нет.",
    allSeen: "Проверены все чаты: {chats, number}.",
    listSeparator: ", ",
    detailSeparator: ": ",
    sentenceSeparator: " ",
    fullStop: "."
  },
  en: {
    run: "chatlint · run {id}",
    period: "{start} – {finish} · time zone: {timeZone}",
    business: "Business {businessId}",
    chat: "Chat {chatId}",
    withOrder:
      "{context, select, ORDER {order {orderId}} RETURN {return, order {orderId}} DIRECT {buyer's question, order {orderId}} other {{context}, order {orderId}}}",
    withoutOrder:
      "{context, select, ORDER {order number unknown} RETURN {return, order number unknown} DIRECT {buyer's question, no order} other {{context}, no order}}",
    status: "{status, select, new {new} repeated {repeated} other {acknowledged}}",
    severity: "{severity, select, error {error} warning {warning} other {info}}",
    timeUnknown: "time unknown",
    messages: "put together from {messages, plural, one {# message} other {# messages}}",
    confidence: "confidence {confidence, number, percent}",
    findingId: "finding {id}",
    match: "found: {match}",
    whereToLook: "In the seller's cabinet, look for the chat by order or chat number and for the message by its time.",
    byRule: "Rules broken",
    count: "{findings, number}",
    unseen: "Not checked",
    businessUnseen: "Business {businessId} was not read to its end",
    chatUnseen: "Business {businessId}, chat {chatId}",
    coverageOf: "Business {businessId}: what was checked",
    coverageOfAll: "In all, {businesses, plural, one {# business} other {# businesses}}",
    listUnknown: "The list of chats could not be had: nobody knows how many there are, and none was checked.",
    listEmpty: "The business has no chats.",
    checked: "Checked {checked, number} of {listed, plural, one {# chat} other {# chats}}",
    checkedOfKnown:
      "The list of chats may be incomplete. Checked {checked, number} of {listed, plural, one {# known chat} other {# known chats}}",
    read: "read\u00a0{chats, number}",
    unchanged: "without new messages\u00a0{chats, number}",
    notOpened: "did not open\u00a0{chats, number}",
    messagesRead:
      "Read {messages, plural, one {# message} other {# messages}}, of which the shop wrote {partner, number}.",
    unknownSenders:
      "{messages, plural, one {# message was not checked: its sender is unknown.} other {# messages were not checked: their senders are unknown.}}",
    requests:
      "{all, plural, one {# request} other {# requests}} to the marketplace: for lists of chats {list, number}, for messages {history, number}; repeated among them {retries, number}.",
    olderRules:
      "{chats, plural, one {# chat was} other {# chats were}} judged by older rules. To read them again: {command}",
    found: "{findings, plural, one {# violation found} other {# violations found}}",
    severityCount:
      "{severity, select, error {{findings, plural, one {# error} other {# errors}}} warning {{findings, plural, one {# warning} other {# warnings}}} other {{findings, number} info}}",
    newAndRepeated: "New {new, number}, repeated {repeated, number}.",
    acknowledged: "Acknowledged before: {findings, number}.",
    incomplete: "Not everything was checked",
    chatsUnread: "{chats, plural, one {# chat was not read} other {# chats were not read}}",
    businessesCutShort:
      "{businesses, plural, one {# business was not read to its end} other {# businesses were not read to their end}}",
    nothingSeen: "No chat was checked.",
    notClean: "Nothing was found in what was read, but the chats cannot be called clean.",
    nothingToCheck: "There are no chats, so there was nothing to check.",
    clean: "Clean: no violations.",
    nothingOpen: "No new or repeated violations.",
    allSeen: "All chats were checked: {chats, number}.",
    listSeparator: ", ",
    detailSeparator: ": ",
    sentenceSeparator: " ",
    fullStop: "."
  },
  zh: {
    run: "chatlint · 扫描 {id}",
    period: "{start} – {finish} · 时区：{timeZone}",
    business: "店铺后台 {businessId}",
    chat: "聊天 {chatId}",
    withOrder:
      "{context, select, ORDER {订单 {orderId}} RETURN {退货，订单 {orderId}} DIRECT {买家咨询，订单 {orderId}} other {{context}，订单 {orderId}}}",
    withoutOrder:
      "{context, select, ORDER {订单号未知} RETURN {退货，订单号未知} DIRECT {买家咨询，无订单} other {{context}，无订单}}",
    status: "{status, select, new {新发现} repeated {重复} other {已确认}}",
    severity: "{severity, select, error {错误} warning {警告} other {提示}}",
    timeUnknown: "时间未知",
    messages: "由 {messages, number} 条消息拼成",
    confidence: "置信度 {confidence, number, percent}",
    findingId: "发现 {id}",
    match: "命中：{match}",
    whereToLook: "请在卖家后台按订单号或聊天编号查找聊天，再按时间查找消息。",
    byRule: "违反的规则",
    count: "{findings, number}",
    unseen: "未检查",
    businessUnseen: "店铺后台 {businessId} 未完整读取",
    chatUnseen: "店铺后台 {businessId}，聊天 {chatId}",
    coverageOf: "店铺后台 {businessId}：检查范围",
    coverageOfAll: "合计 {businesses, number} 个店铺后台",
    listUnknown: "未能取得聊天列表：聊天数量未知，一个也没有检查。",
    listEmpty: "此店铺后台没有聊天。",
    checked: "{listed, number} 个聊天中已检查 {checked, number} 个",
    checkedOfKnown: "聊天列表可能不完整。已知的 {listed, number} 个聊天中已检查 {checked, number} 个",
    read: "已读取 {chats, number} 个",
    unchanged: "无新消息 {chats, number} 个",
    notOpened: "无法打开 {chats, number} 个",
    messagesRead: "共读取 {messages, number} 条消息，其中店铺发送 {partner, number} 条。",
    unknownSenders: "有 {messages, number} 条消息未检查：发送者身份未知。",
    requests:
      "向平台发出 {all, number} 次请求：聊天列表 {list, number} 次，消息 {history, number} 次；其中重试 {retries, number} 次。",
    olderRules: "有 {chats, number} 个聊天是按旧规则检查的。重新读取：{command}",
    found: "发现 {findings, number} 处违规",
    severityCount:
      "{severity, select, error {错误 {findings, number} 处} warning {警告 {findings, number} 处} other {提示 {findings, number} 处}}",
    newAndRepeated: "新发现 {new, number} 处，重复 {repeated, number} 处。",
    acknowledged: "此前已确认：{findings, number} 处。",
    incomplete: "未全部检查",
    chatsUnread: "{chats, number} 个聊天未读取",
    businessesCutShort: "{businesses, number} 个店铺后台未完整读取",
    nothingSeen: "一个聊天也没有检查。",
    notClean: "已读取的部分没有违规，但不能视为合规。",
    nothingToCheck: "没有聊天，无需检查。",
    clean: "合规：没有违规。",
    nothingOpen: "没有新的或重复的违规。",
    allSeen: "全部 {chats, number} 个聊天均已检查。",
    listSeparator: "，",
    detailSeparator: "：",
    sentenceSeparator: "",
    fullStop: "。"
  }
})
