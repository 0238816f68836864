import { customer, type DemoChat, file, marketWarning, partner, sticker } from "./DemoChat.ts"

/** Chats that buyers started with a question about goods: they have no order. */
export const directChats: ReadonlyArray<DemoChat> = [
  {
    chatId: 14_604_725n,
    customer: "Константин",
    about: { type: "DIRECT" },
    begins: "2026-10-11T22:18:00+03:00",
    messages: [
      customer("Подойдёт ли фильтр к модели DL-900?"),
      partner("Здравствуйте! Да, подходит к DL-900 и DL-910, резьба 1/2 дюйма."),
      customer("Отлично")
    ]
  },
  {
    chatId: 14_604_726n,
    customer: "Лариса П.",
    about: { type: "DIRECT" },
    begins: "2026-10-17T10:07:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Сделаете скидку на 20 штук?"),
      partner("Добрый день! Пришлите ваш номер телефона, менеджер рассчитает.", "contact-request"),
      marketWarning,
      partner("Извините, номер не нужен. Скидка за количество видна в корзине.")
    ]
  },
  {
    chatId: 14_604_727n,
    customer: "Фёдор",
    about: { type: "DIRECT" },
    begins: "2026-10-19T14:55:00+03:00",
    messages: [
      customer("Видел похожий на shop.example.org, но дешевле. В чём разница?"),
      partner("Здравствуйте! У нас сталь 1,2 мм и гарантия 24 месяца. Других отличий не знаем."),
      customer("Убедили")
    ]
  },
  {
    chatId: 14_604_728n,
    customer: "Эльвира Ш.",
    about: { type: "DIRECT" },
    begins: "2026-10-25T09:09:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Есть фото штор вживую?"),
      partner("Доброе утро! Больше фото: gallery.example.com/shtory/lyon", "outbound-link"),
      file("PARTNER", "shtory_lyon.png", 3_004_518),
      customer("Красивые!")
    ]
  },
  {
    chatId: 14_604_729n,
    customer: "Тимур",
    about: { type: "DIRECT" },
    begins: "2026-10-28T17:40:00+03:00",
    messages: [
      customer("Датчик газа сам вызывает службу?"),
      partner("Здравствуйте! Нет, он подаёт сигнал. При запахе газа выйдите из дома и наберите 112 или 104."),
      customer("Понял, беру")
    ]
  },
  {
    chatId: 14_604_730n,
    customer: "Галина О.",
    about: { type: "DIRECT" },
    begins: "2026-10-30T12:24:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Можно ли заказать нестандартный размер?"),
      partner("Здравствуйте! Оставьте ваш номер телефона, замерщик уточнит размеры.", "contact-request"),
      customer("Зачем? Размер 117 на 203"),
      partner("Такой сделаем, карточка появится на Маркете завтра.")
    ]
  },
  {
    chatId: 14_604_731n,
    customer: "Борис Ц.",
    about: { type: "DIRECT" },
    begins: "2026-11-01T08:02:00+03:00",
    messages: [
      customer("Прошивка какая?"),
      partner("Доброе утро! Версия 4.12.0.18, дата сборки 2026-09-14, серийный номер начинается с SN2026."),
      sticker("CUSTOMER")
    ]
  },
  {
    chatId: 14_604_732n,
    customer: "Диана",
    about: { type: "DIRECT" },
    begins: "2026-11-03T19:35:00+03:00",
    messages: [
      customer("Дайте номер магазина, хочу позвонить"),
      partner("Добрый вечер! По правилам Маркета мы отвечаем только здесь, спрашивайте, всё расскажем."),
      customer("Ладно. Цвет «мокко» тёплый или холодный?"),
      partner("Тёплый, ближе к молочному шоколаду.")
    ]
  },
  {
    chatId: 14_604_733n,
    customer: "Леонид Е.",
    about: { type: "DIRECT" },
    begins: "2026-11-04T11:50:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Нужна консультация по подключению варочной панели"),
      partner("Здравствуйте! Наш мастер Андрей: +7 (901) 000-31-08.", "phone-number"),
      customer("Сначала здесь спрошу: 6 или 4 мм²?"),
      partner("Кабель 3х6 мм², автомат 32 А.")
    ]
  },
  {
    chatId: 14_604_734n,
    customer: "Ксения В.",
    about: { type: "DIRECT" },
    begins: "2026-11-06T15:15:00+03:00",
    messages: [
      customer("Здравствуйте"),
      customer("А коврик можно стирать?"),
      customer("?"),
      partner("Здравствуйте! Можно, при 30 градусах. На бирке код 12-34-56, по нему видно партию."),
      customer("Спасибо большое")
    ]
  },
  {
    chatId: 14_604_735n,
    customer: "Вадим",
    about: { type: "DIRECT" },
    begins: "2026-11-08T13:01:00+03:00",
    status: "WAITING_FOR_CUSTOMER",
    messages: [
      customer("Где посмотреть сертификаты?"),
      partner("Добрый день! Сертификаты: https://docs.example.com/sert?id=77, пароль не нужен.", "outbound-link"),
      customer("Ок")
    ]
  },
  {
    chatId: 14_604_736n,
    customer: "Зоя Ч.",
    about: { type: "DIRECT" },
    begins: "2026-11-09T20:20:00+03:00",
    status: "NEW",
    messages: [customer("Добрый вечер, набор посуды ещё будет?"), sticker("CUSTOMER")]
  },
  {
    chatId: 14_604_739n,
    customer: "Степан К.",
    about: { type: "DIRECT" },
    begins: "2026-11-10T10:45:00+03:00",
    messages: [
      customer("Подскажите ваш ИНН для договора"),
      partner("Здравствуйте! ООО «Дом и лад», ИНН 7700000001, КПП 770001001, ОГРН 1267700000012."),
      customer("Благодарю")
    ]
  }
]
