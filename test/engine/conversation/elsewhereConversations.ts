import type { Talk } from "./splitConversations.ts"

const L = "outbound-link"
const M = "messenger-contact"

/** Conversations that choose where to continue or whom to call, and split the address of another site. */
export const brokenElsewhere: ReadonlyArray<Talk> = [
  {
    lines: ["C: ссылку", "P: market.yandex", "P: .shop/card/vaza"],
    broken: [[L, "market.yandex", ".shop/card/vaza"]]
  },
  {
    lines: ["C: ссылку", "P: market.yandex.ru", "P: .evil-shop.com/card/123"],
    broken: [[L, "market.yandex.ru", ".evil-shop.com/card/123"]]
  },
  {
    lines: ["C: ссылку", "P: disk.", "P: yandex.ru/i/abc"],
    broken: [[L, "disk.", "yandex.ru/i/abc"]]
  },
  {
    lines: ["C: ссылку", "P: наш market-vaz", "P: .ru/card/1"],
    broken: [[L, "market-vaz", ".ru/card/1"]]
  },
  {
    lines: ["C: эскиз?", "P: Где дальше общаемся? Вайбер или Телеграм?"],
    broken: [[M, "Где дальше общаемся? Вайбер или Телеграм"]]
  },
  {
    lines: ["C: Do you have more colours?", "P: Where shall we continue? 1 - WhatsApp, 2 - Telegram", "C: 2"],
    broken: [[M, "Where shall we continue? 1 - WhatsApp, 2 - Telegram"]]
  },
  {
    lines: ["C: Renkler var mı?", "P: Nerede devam edelim? 1 - WhatsApp, 2 - Telegram", "C: 1"],
    broken: [[M, "Nerede devam edelim? 1 - WhatsApp, 2 - Telegram"]],
    region: "TR"
  },
  {
    lines: ["C: Түстері бар ма?", "P: Қайда жалғастырамыз? 1 — WhatsApp, 2 — Telegram"],
    broken: [[M, "Қайда жалғастырамыз? 1 — WhatsApp, 2 — Telegram"]],
    region: "KZ"
  },
  {
    lines: ["C: Ranglari bormi?", "P: Qayerda davom etamiz? 1 - WhatsApp, 2 - Telegram"],
    broken: [[M, "Qayerda davom etamiz? 1 - WhatsApp, 2 - Telegram"]],
    region: "UZ"
  },
  {
    lines: ["C: 有别的颜色吗", "P: 我们在哪儿继续聊？1 微信 2 QQ"],
    broken: [[M, "1 微信 2 QQ"]],
    region: "CN"
  },
  {
    lines: ["C: фото есть?", "P: Выбирайте, где продолжить: 1. Viber 2. Telegram"],
    broken: [[M, "Выбирайте, где продолжить: 1. Viber 2. Telegram"]]
  },
  {
    lines: ["C: фото есть?", "P: где продолжим?", "P: 1 вайбер", "P: 2 телеграм"],
    broken: [[M, "где продолжим", "1 вайбер", "2 телеграм"]]
  },
  {
    lines: ["C: Perde nasıl takılır", "P: Ustalar size anlatır, arayın onları"],
    broken: [[M, "arayın onları"]],
    region: "TR"
  },
  {
    lines: ["C: Kargo nerede", "P: Operatör size yardım eder, onu arayın"],
    broken: [[M, "onu arayın"]],
    region: "TR"
  },
  {
    lines: ["C: Sofa leg broke", "P: Our carpenter is close to you, call him"],
    broken: [[M, "Our carpenter is close to you, call him"]],
    region: "US"
  },
  {
    lines: ["C: Sofa leg broke", "P: Call her, she fixes these"],
    broken: [[M, "Call her, she fixes these"]],
    region: "US"
  },
  {
    lines: ["C: ссылку", "P: yandex.ru/maps/org/1", "P: market."],
    broken: [[L, "yandex.ru/maps/org/1"]]
  },
  {
    lines: ["C: ссылку", "P: forms.yandex", "P: .ru/u/1"],
    broken: [[L, "forms.yandex", ".ru/u/1"]]
  },
  {
    lines: ["C: ссылку", "P: market.yandex", "P: .ru.lampa.top/1"],
    broken: [[L, "market.yandex", ".ru.lampa.top/1"]]
  },
  {
    lines: ["C: ссылку", "P: вот наш market.", "P: lampa.ru/1"],
    broken: [[L, "lampa.ru/1"]]
  },
  {
    lines: ["C: ссылку", "P: market-yandex", "P: .ru/card/1"],
    broken: [[L, "market-yandex", ".ru/card/1"]]
  },
  {
    lines: ["C: ссылку", "P: смотри yandex.ru/lampa", "P: а заказ на маркете"],
    broken: [[L, "yandex.ru/lampa"]]
  },
  {
    lines: ["C: фото швов?", "P: Через что общаемся? 1. Телега 2. ВК", "C: 1", "P: ок"],
    broken: [[M, "Через что общаемся? 1. Телега 2. ВК"]]
  },
  {
    lines: ["C: макет", "P: Обсудим макет где? Варианты: Телеграм или Вайбер"],
    broken: [[M, "Обсудим макет где? Варианты: Телеграм или Вайбер"]]
  },
  {
    lines: ["C: colour?", "P: How do we keep in touch, Viber or Telegram?"],
    broken: [[M, "How do we keep in touch, Viber or Telegram"]]
  },
  {
    lines: ["C: video?", "P: Let's pick where to chat: A) Telegram B) WhatsApp"],
    broken: [[M, "Let's pick where to chat: A) Telegram B) WhatsApp"]]
  },
  {
    lines: ["C: Video?", "P: Nasıl konuşalım? A) Telegram B) WhatsApp"],
    broken: [[M, "Nasıl konuşalım? A) Telegram B) WhatsApp"]],
    region: "TR"
  }
]

/** Conversations that split the address of a Market page, and mention messengers without an invitation. */
export const cleanElsewhere: ReadonlyArray<Omit<Talk, "broken">> = [
  {
    lines: ["C: ссылку", "P: https://market.", "P: yandex.ru/card/vaza/123"]
  },
  {
    lines: ["C: ссылку", "P: https://market.yandex.ru", "P: /card/vaza/123"]
  },
  {
    lines: ["C: ссылку", "P: market", "P: .yandex", "P: .ru/card/vaza/123"]
  },
  {
    lines: ["C: link?", "P: Here: market.yandex", "C: ?", "P: .ru/card/lamp/777"]
  },
  {
    lines: ["C: ссылку", "P: смотрите market.yandex.", "P: ru/card/polka/11"]
  },
  {
    lines: [
      "C: через что колонка работает?",
      "P: Где слушать музыку? 1 — Телеграм, 2 — Яндекс Музыка, оба есть в колонке"
    ]
  },
  {
    lines: ["C: А часы?", "P: Какие уведомления показывают? 1 — Вайбер, 2 — Телеграм, 3 — СМС"]
  },
  {
    lines: ["C: где мы продолжим?", "P: Общение только в чате Маркета, Вайбер и Телеграм не используем"]
  },
  {
    lines: ["C: Montaj?", "P: Ustamız sizi yarın arayacak"],
    region: "TR"
  },
  {
    lines: ["C: Montaj?", "P: Ustamız size haber verir, aramadan gelmez"],
    region: "TR"
  },
  {
    lines: ["C: Montaj?", "P: Operatörümüz sizi arasın mı"],
    region: "TR"
  },
  {
    lines: ["C: name", "P: We call him Bob, it is a teddy bear"],
    region: "US"
  },
  {
    lines: ["C: где сервис", "P: ссылка: https://market.yandex.ru/pro", "P: duct/171"]
  },
  {
    lines: ["C: link", "P: https://", "P: market.yandex.ru/card/lampa/44"]
  },
  {
    lines: ["C: ссылку", "P: вот market.yandex.ru/card/", "P: lampa/44"]
  },
  {
    lines: ["C: ссылку", "P: market.yandex", "P: .ru"]
  },
  {
    lines: ["C: ссылку", "P: m.market.yandex", "P: .ru/card/7"]
  },
  {
    lines: ["C: на чём работает бот колонки?", "P: Как общаться с колонкой? Через Алису, в Телеграм и ВК она не ходит"]
  },
  {
    lines: ["C: где отзывы", "P: Где продолжить покупки? Только здесь, в Ватсапе и Телеграме мы не работаем"]
  },
  {
    lines: ["C: watch?", "P: Where do notifications go on? WhatsApp and Telegram, on the watch face"],
    region: "US"
  }
]
