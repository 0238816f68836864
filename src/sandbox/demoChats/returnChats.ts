import { customer, type DemoChat, file, marketWarning, partner, sticker, support } from "./DemoChat.ts"

/** Chats about returns. */
export const returnChats: ReadonlyArray<DemoChat> = [
  {
    chatId: 14_604_717n,
    customer: "Ольга Д.",
    about: { type: "RETURN", orderId: 53_612_340_173n, returnId: 904_411n },
    begins: "2026-10-21T12:00:00+03:00",
    messages: [
      customer("Сдала чайник в пункт, когда вернут деньги?"),
      partner("Здравствуйте! Возврат 904411 мы приняли, деньги Маркет вернёт на карту в течение 10 дней."),
      customer("Спасибо, жду")
    ]
  },
  {
    chatId: 14_604_718n,
    customer: "Сергей М.",
    about: { type: "RETURN", orderId: 53_612_340_184n, returnId: 904_428n },
    begins: "2026-10-22T15:25:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Пылесос не включается, хочу вернуть"),
      partner(
        "Добрый день! Напишите ваш номер телефона, наш +7 900 000-77-55, договоримся о проверке.",
        "contact-request",
        "phone-number"
      ),
      marketWarning,
      customer("Я лучше через Маркет")
    ]
  },
  {
    chatId: 14_604_719n,
    customer: "Алина",
    about: { type: "RETURN", orderId: 53_612_340_195n, returnId: 904_430n },
    begins: "2026-10-23T09:44:00+03:00",
    messages: [
      file("CUSTOMER", "video_2026-10-23.mp4", 14_220_871, "Вот видео, шумит"),
      partner("Спасибо, посмотрели. Шум в пределах нормы, но возврат примем: осталось 14 дней."),
      sticker("CUSTOMER")
    ]
  },
  {
    chatId: 14_604_720n,
    customer: "Николай Р.",
    about: { type: "RETURN", orderId: 53_612_340_204n, returnId: 904_442n },
    begins: "2026-10-24T18:10:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("По гарантии куда обращаться?"),
      partner("Здравствуйте! Условия гарантии: http://example.net/warranty, талон внутри коробки.", "outbound-link"),
      customer("Ясно")
    ]
  },
  {
    chatId: 14_604_721n,
    customer: "Вера И.",
    about: { type: "RETURN", orderId: 53_612_340_218n, returnId: 904_459n },
    begins: "2026-10-26T11:33:00+03:00",
    type: "ARBITRAGE",
    status: "FINISHED",
    messages: [
      customer("Отказали в возврате без причины"),
      support("Здравствуйте! Это поддержка Маркета. Магазин, уточните причину."),
      partner("Здравствуйте! Не хватало крышки, покупатель её нашёл, возврат принят."),
      support("Спор закрыт в пользу покупателя. Если нужно, наш номер для магазинов: 8 (800) 000-00-21."),
      customer("Спасибо")
    ]
  },
  {
    chatId: 14_604_722n,
    customer: "Роман",
    about: { type: "RETURN", orderId: 53_612_340_223n, returnId: 904_463n },
    begins: "2026-10-27T20:51:00+03:00",
    messages: [
      customer("На какой адрес сдавать?"),
      partner("Добрый вечер! Адрес пункта есть в приложении, в карточке возврата. Готово.Завтра можно сдавать."),
      customer("Нашёл")
    ]
  },
  {
    chatId: 14_604_723n,
    customer: "Ирина Х.",
    about: { type: "RETURN", orderId: 53_612_340_237n, returnId: 904_471n },
    begins: "2026-10-29T13:13:00+03:00",
    messages: [
      customer("В заявке виден номер +7 900 ***-**-34, это не мой"),
      partner("Здравствуйте! Номер +7 900 ***-**-34 привязан к профилю Маркета, мы его целиком не видим."),
      partner("Проверить его можно в профиле: https://market.yandex.ru/my/settings."),
      customer("Поменяла, спасибо")
    ]
  },
  {
    chatId: 14_604_724n,
    customer: "Глеб Т.",
    about: { type: "RETURN", orderId: 53_612_340_246n, returnId: 904_488n },
    begins: "2026-11-02T16:02:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Верните деньги за доставку"),
      partner("Здравствуйте! С этим поможет бухгалтерия: 8-800-000-00-12, Елена.", "phone-number"),
      customer("Мне бы тут решить"),
      partner("Передали вопрос, ответим в этом чате до 06.11.2026.")
    ]
  }
]
