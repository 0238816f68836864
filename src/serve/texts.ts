import { defineTexts } from "../locale/Texts.ts"
import { leastOfMessage } from "./rowLimits.ts"

/** The messages about refused requests. They quote nothing of the request, which may contain a buyer's data. */
export const serveTexts = defineTexts({
  en: {
    NotJson: "The body is not JSON.",
    NotUtf8: "The body is not UTF-8.",
    BadRequest: "The request is not HTTP as RFC 9112 has it.",
    Unauthorized: "A token is needed: Authorization: Bearer …",
    NotFound: "There is nothing at this address. See /openapi.json",
    MethodNotAllowed: "This address takes {allow}.",
    RequestTooSlow: "The request did not arrive within {limit, plural, one {# second} other {# seconds}}.",
    BodyTooLarge: "The body is larger than {limit, number} bytes.",
    RowTooLong: `The texts of a row are longer than {limit, number} characters together, each message counted as at least ${leastOfMessage}. Check them in several rows.`,
    UnsupportedMediaType:
      "The body has to be application/json or application/x-ndjson, in UTF-8 and without Content-Encoding.",
    NotObject: `{path} has to be an object such as '{'"id": "a1", "text": "…"'}'.`,
    WrongValue: "{path} has to be {expected}.",
    TextOrMessages: "{path} has to have either text or messages.",
    TooManyRequests: "Too many requests. Ask again in {seconds, plural, one {# second} other {# seconds}}.",
    HeaderTooLarge: "The headers are too large.",
    Internal: "chatlint met a fault of its own. Please report it.",
    Overloaded: "Too many bodies arrive at once. Ask again in {seconds, plural, one {# second} other {# seconds}}.",
    RowsAndText: "The body has rows, and text or messages beside them, which would not be judged. Send either.",
    theBody: "The body",
    "expected.rows": "a list of rows",
    notAwaited: "The path to this notification is not the one that was agreed on.",
    needsSecret:
      "Without CHATLINT_NOTIFICATION_SECRET only the marketplace's own addresses and programs on this machine are listened to, no proxy. Set it, and give the marketplace /notification/<secret>.",
    wrongNotification: "{path} is missing or is not what the notification's type needs.",
    notKept: "The notification could not be kept. Send it again."
  },
  ru: {
    NotJson: "Тело запроса — не JSON.",
    NotUtf8: "Тело запроса не в UTF-8.",
    BadRequest: "Запрос — не HTTP, каким его описывает RFC 9112.",
    Unauthorized: "Нужен токен: Authorization: Bearer …",
    NotFound: "По этому адресу ничего нет. Смотрите /openapi.json",
    MethodNotAllowed: "Этот адрес принимает {allow}.",
    RequestTooSlow:
      "Запрос не пришёл целиком за {limit, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}.",
    BodyTooLarge: "Тело запроса больше {limit, number} байт.",
    RowTooLong: `Тексты одной строки вместе длиннее {limit, number} знаков, если считать сообщение не короче ${leastOfMessage}. Проверьте их несколькими строками.`,
    UnsupportedMediaType:
      "Тело запроса должно быть application/json или application/x-ndjson, в UTF-8 и без Content-Encoding.",
    NotObject: `{path}: ожидается объект вида '{'"id": "a1", "text": "…"'}'.`,
    WrongValue: "В {path} ожидается {expected}.",
    TextOrMessages: "{path}: должно быть либо text, либо messages.",
    TooManyRequests:
      "Слишком много запросов. Повторите через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}.",
    HeaderTooLarge: "Заголовки слишком велики.",
    Internal: "Ошибка самого chatlint. Сообщите нам о ней.",
    Overloaded:
      "Слишком много запросов приходит сразу. Повторите через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}.",
    RowsAndText:
      "В теле запроса есть rows, а рядом text или messages, которые остались бы без проверки. Пришлите что-то одно.",
    theBody: "Тело запроса",
    "expected.rows": "список строк",
    notAwaited: "Путь этого уведомления — не тот, о котором договорились.",
    needsSecret:
      "Без CHATLINT_NOTIFICATION_SECRET уведомления принимаются только с адресов маркетплейса и от программ этой машины, но не через прокси. Задайте его и укажите маркетплейсу адрес /notification/<секрет>.",
    wrongNotification: "{path} отсутствует или не такое, как нужно этому типу уведомления.",
    notKept: "Уведомление не удалось сохранить. Пришлите его ещё раз."
  },
  zh: {
    NotJson: "请求体不是 JSON。",
    NotUtf8: "请求体不是 UTF-8。",
    BadRequest: "请求不符合 RFC 9112 的 HTTP。",
    Unauthorized: "需要令牌：Authorization: Bearer …",
    NotFound: "此地址没有内容。请看 /openapi.json",
    MethodNotAllowed: "此地址只接受 {allow}。",
    RequestTooSlow: "请求未在 {limit} 秒内到齐。",
    BodyTooLarge: "请求体超过 {limit, number} 字节。",
    RowTooLong: `一行的文本合计超过 {limit, number} 个字符（每条消息至少按 ${leastOfMessage} 个计）。请分成几行检查。`,
    UnsupportedMediaType: "请求体应为 application/json 或 application/x-ndjson，UTF-8 编码，不带 Content-Encoding。",
    NotObject: `{path}应为 '{'"id": "a1", "text": "…"'}' 这样的对象。`,
    WrongValue: "{path} 应为{expected}。",
    TextOrMessages: "{path}必须含 text 或 messages 之一。",
    TooManyRequests: "请求过多。请在 {seconds} 秒后重试。",
    HeaderTooLarge: "请求头过大。",
    Internal: "chatlint 自身出错。请反馈给我们。",
    Overloaded: "同时到达的请求体过多。请在 {seconds} 秒后重试。",
    RowsAndText: "请求体中除 rows 外还有 text 或 messages，它们不会被检查。请只发送其中一种。",
    theBody: "请求体",
    "expected.rows": "行的列表",
    notAwaited: "此通知的路径与约定的不同。",
    needsSecret:
      "未设置 CHATLINT_NOTIFICATION_SECRET 时，只接受平台自己的地址和本机程序的通知，不接受代理转发的。请设置它，并把 /notification/<密钥> 填给平台。",
    wrongNotification: "{path} 缺失，或不符合该通知类型的要求。",
    notKept: "通知未能保存。请重新发送。"
  }
})
