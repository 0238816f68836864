import { customer, type DemoChat, file, marketWarning, partner, sticker, support } from "./DemoChat.ts"

/** Chats about orders. */
export const orderChats: ReadonlyArray<DemoChat> = [
  {
    chatId: 14_604_701n,
    customer: "Анна К.",
    about: { type: "ORDER", orderId: 53_612_340_011n },
    begins: "2026-10-02T09:14:00+03:00",
    messages: [
      customer("Здравствуйте! Когда отправите чайник?"),
      partner("Добрый день, Анна! Заказ 53612340011 уже собран, сегодня передадим в доставку."),
      customer("Спасибо!"),
      sticker("CUSTOMER")
    ]
  },
  {
    chatId: 14_604_702n,
    customer: "Игорь П.",
    about: { type: "ORDER", orderId: 53_612_340_025n },
    begins: "2026-10-03T11:40:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Можно привезти после 18?"),
      partner("Здравствуйте! Курьер будет с 18 до 21, его номер +7 900 000-12-34.", "phone-number"),
      customer("Хорошо"),
      marketWarning
    ]
  },
  {
    chatId: 14_604_703n,
    customer: "Марина С.",
    about: { type: "ORDER", orderId: 53_612_340_038n },
    begins: "2026-10-04T15:02:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Стеллаж приехал без инструкции, как собирать?"),
      partner("Добрый день! Инструкция лежит здесь: https://docs.example.com/stellazh/DL-204.", "outbound-link"),
      customer("Открылось, спасибо. А шестигранник должен быть в коробке?"),
      partner("Да, он приклеен скотчем к задней стенке.")
    ]
  },
  {
    chatId: 14_604_704n,
    customer: "Олег В.",
    about: { type: "ORDER", orderId: 53_612_340_041n },
    begins: "2026-10-05T10:20:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Заказ завис в статусе «передан в доставку», что делать?"),
      partner("Здравствуйте! Пришлите, пожалуйста, ваш номер телефона, мы уточним у курьера.", "contact-request"),
      customer("+7 900 000-33-44"),
      partner("Приняли, разбираемся. Трек-номер 80091234567890.")
    ]
  },
  {
    chatId: 14_604_705n,
    customer: "Светлана",
    about: { type: "ORDER", orderId: 53_612_340_056n },
    begins: "2026-10-06T18:31:00+03:00",
    messages: [
      customer("Как поменять телефон получателя? Оформлял муж."),
      partner("Добрый вечер! Телефон можно указать в личном кабинете Маркета: «Заказы», затем «Изменить данные»."),
      customer("Получилось, спасибо!")
    ]
  },
  {
    chatId: 14_604_706n,
    customer: "Дмитрий Ж.",
    about: { type: "ORDER", orderId: 53_612_340_064n },
    begins: "2026-10-07T12:12:00+03:00",
    messages: [
      customer("Это точно та же модель, что в карточке? Артикул другой."),
      partner(
        "Здравствуйте! Да. На коробке артикул завода DL-40-123-56, штрихкод 4601234567893, в карточке наш артикул 770042."
      ),
      customer("Понял.")
    ]
  },
  {
    chatId: 14_604_707n,
    customer: "Екатерина Л.",
    about: { type: "ORDER", orderId: 53_612_340_070n },
    begins: "2026-10-08T09:05:00+03:00",
    messages: [
      customer("Подскажите, где посмотреть состав пледа?"),
      partner(
        "Доброе утро! Состав есть в карточке: https://market.yandex.ru/product/178204511, раздел «Характеристики»."
      ),
      customer("Вижу, 70 % хлопок. Спасибо")
    ]
  },
  {
    chatId: 14_604_708n,
    customer: "Руслан",
    about: { type: "ORDER", orderId: 53_612_340_083n },
    begins: "2026-10-09T16:48:00+03:00",
    status: "WAITING_FOR_PARTNER",
    messages: [
      customer("Лампа мигает при включении"),
      partner("Здравствуйте! Номер сервисного центра: 8 (900) 000-45-67, работают с 9 до 18.", "phone-number"),
      customer("Там не отвечают, решите сами, пожалуйста")
    ]
  },
  {
    chatId: 14_604_709n,
    customer: "Татьяна Ю.",
    about: { type: "ORDER", orderId: 53_612_340_092n },
    begins: "2026-10-10T13:27:00+03:00",
    messages: [
      file("CUSTOMER", "IMG_20261010_132533.jpg", 2_481_220, "Пришла с трещиной"),
      partner("Здравствуйте, Татьяна! Очень жаль. Пришлите, пожалуйста, ещё фото этикетки с серийным номером."),
      file("CUSTOMER", "IMG_20261010_134101.jpg", 1_905_733),
      partner("Спасибо! Оформите возврат в приложении, деньги Маркет вернёт на карту."),
      customer("Оформила")
    ]
  },
  {
    chatId: 14_604_710n,
    customer: "Павел Н.",
    about: { type: "ORDER", orderId: 53_612_340_107n },
    begins: "2026-10-12T20:03:00+03:00",
    messages: [
      customer("Где инструкция на русском?"),
      file(
        "PARTNER",
        "instrukciya_DL-204_v2.0.1.pdf",
        840_112,
        "Добрый вечер! Приложили файл instrukciya_DL-204_v2.0.1.pdf."
      ),
      customer("Скачал, спасибо"),
      sticker("PARTNER")
    ]
  },
  {
    chatId: 14_604_711n,
    customer: "Жанна",
    about: { type: "ORDER", orderId: 53_612_340_119n },
    begins: "2026-10-13T11:11:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Хочу ещё три таких же кресла, но в карточке осталось одно"),
      partner("Здравствуйте! Остальные расцветки смотрите на www.dom-i-lad.example.com.", "outbound-link"),
      customer("А на Маркете их не будет?"),
      partner("Будут 20.10.2026, поставка уже в пути.")
    ]
  },
  {
    chatId: 14_604_712n,
    customer: "Виктор А.",
    about: { type: "ORDER", orderId: 53_612_340_126n },
    begins: "2026-10-14T08:45:00+03:00",
    messages: [
      customer("Мой телефон 8 900 000-21-43, пусть курьер наберёт за час"),
      partner("Доброе утро! Номер из заказа курьер видит сам, в чат его присылать не нужно."),
      customer("Ок")
    ]
  },
  {
    chatId: 14_604_713n,
    customer: "Людмила Т.",
    about: { type: "ORDER", orderId: 53_612_340_131n },
    begins: "2026-10-15T14:39:00+03:00",
    messages: [
      customer("Сколько стоит доставка до квартиры?"),
      partner(
        "Добрый день! Подъём на этаж 350 руб., комод 8 900 руб., кровать 90х200 стоит 21 490 руб., итого 30 740 руб."
      ),
      customer("Спасибо, подумаю")
    ]
  },
  {
    chatId: 14_604_714n,
    customer: "Артём",
    about: { type: "ORDER", orderId: 53_612_340_148n },
    begins: "2026-10-16T19:22:00+03:00",
    type: "ARBITRAGE",
    status: "WAITING_FOR_ARBITER",
    messages: [
      customer("Привезли не тот цвет, магазин отказывается менять"),
      support("Здравствуйте! Это поддержка Маркета, мы подключились к диалогу. Магазин, прокомментируйте, пожалуйста."),
      partner("Здравствуйте! На складе ошиблись цветом, готовы принять возврат за наш счёт."),
      support("Спасибо. Покупателю: оформите возврат до 23.10.2026."),
      customer("Хорошо")
    ]
  },
  {
    chatId: 14_604_715n,
    customer: "Юлия Б.",
    about: { type: "ORDER", orderId: 53_612_340_152n },
    begins: "2026-10-18T10:58:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Как узнать, где посылка?"),
      partner("Здравствуйте! Отследить можно на track.example.org/53612340152 в любое время.", "outbound-link"),
      customer("Спасибо")
    ]
  },
  {
    chatId: 14_604_716n,
    customer: "Максим Г.",
    about: { type: "ORDER", orderId: 53_612_340_169n },
    begins: "2026-10-20T17:07:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Хочу забрать сам, можно?"),
      partner("Добрый день! Склад: 89000001122, Сергей, с 10 до 19 без выходных.", "phone-number"),
      customer("Адрес какой?"),
      partner("Заказ по модели FBS выдают только пункты Маркета, ближайший указан в заказе.")
    ]
  },
  {
    chatId: 14_604_737n,
    customer: "Покупатель",
    about: { type: "ORDER", orderId: 53_612_340_371n },
    begins: "2026-10-21T09:30:00+03:00",
    messages: [customer("Здравствуйте, отмените, пожалуйста, заказ"), partner("Здравствуйте! Отменили.")]
  },
  {
    chatId: 14_604_738n,
    customer: "Надежда Ф.",
    about: { type: "ORDER", orderId: 53_612_340_388n },
    begins: "2026-11-05T21:16:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Нужен чек для бухгалтерии"),
      partner("Добрый вечер! Чек формирует Маркет, он лежит на market.yandex.ru/my/orders в карточке заказа."),
      customer("А накладная?"),
      partner("Укажите ваш адрес электронной почты, пришлём накладную.", "contact-request"),
      customer("Лучше сюда"),
      file("PARTNER", "nakladnaya-53612340388.pdf", 121_004)
    ]
  }
]
