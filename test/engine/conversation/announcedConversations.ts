import type { Talk } from "./splitConversations.ts"

const C = "payment-card"
const D = "off-platform-deal"
const E = "email-address"
const L = "outbound-link"
const M = "messenger-contact"
const P = "phone-number"
const R = "contact-request"

/** Conversations in which the shop says whose the figures are or how many there are, and where a named mailbox is. */
export const brokenAnnounced: ReadonlyArray<Talk> = [
  // How many figures come
  {
    lines: ["C: куда доплатить?", "P: карта", "P: последние восемь: 0123 4563", "P: первые восемь: 2200 7010"],
    broken: [[C, "0123 4563", "2200 7010"]]
  },
  {
    lines: ["C: мастер на связи?", "P: первые 4: 8 916", "P: следующие 3: 555", "P: последние 4: 01 88"],
    broken: [[P, "8 916", "555", "01 88"]]
  },
  // Whose they are
  {
    lines: ["C: кто сверлит?", "P: Наш Глеб, номер Глеба девятьсот шестнадцать", "P: 555", "P: ноль один", "P: 88"],
    broken: [[P, "девятьсот шестнадцать", "555", "ноль один", "88"]]
  },
  {
    lines: ["C: кто замеряет?", "P: Замерщик Олег, его девятьсот шестнадцать", "P: пятьсот пятьдесят пять", "P: 01 88"],
    broken: [[P, "девятьсот шестнадцать", "пятьсот пятьдесят пять", "01 88"]]
  },
  {
    lines: ["C: who fits it?", "P: Greg's number is nine one six", "P: five five five", "P: oh one", "P: eighty eight"],
    broken: [[P, "nine one six", "five five five", "oh one", "eighty eight"]]
  },
  {
    lines: [
      "C: кім әкеледі?",
      "P: Серікжандікі сегіз жеті жүз бір",
      "M: Маркет чатынан шықпаңыз",
      "P: 555",
      "P: 01 88"
    ],
    broken: [[P, "сегіз жеті жүз бір", "555", "01 88"]],
    region: "KZ"
  },
  {
    lines: ["C: kim olib keladi?", "P: Ustamiz Bobur, nomeri 90", "P: besh yuz ellik besh", "P: 01", "P: 88"],
    broken: [[P, "90", "besh yuz ellik besh", "01", "88"]],
    region: "UZ"
  },
  {
    lines: ["C: kim olib keladi?", "P: Shavkatniki to'qson", "P: 555", "P: 01 88"],
    broken: [[P, "to'qson", "555", "01 88"]],
    region: "UZ"
  },
  {
    lines: [
      "C: montaj?",
      "P: Ustamız var, numarası yazıyla: sıfır beş yüz otuz iki",
      "P: beş yüz elli beş",
      "P: 01",
      "P: 88"
    ],
    broken: [[P, "sıfır beş yüz otuz iki", "beş yüz elli beş", "01", "88"]],
    region: "TR"
  },
  // The trunk prefix, named anywhere
  {
    lines: [
      "C: краску отложите?",
      "P: Кладовщик Гоша отложит. девятьсот шестнадцать",
      "P: пятьсот пятьдесят пять",
      "C: это артикул?",
      "P: нет, это Гоша)) через восьмёрку. ноль один",
      "P: восемьдесят восемь"
    ],
    broken: [[P, "девятьсот шестнадцать", "пятьсот пятьдесят пять", "ноль один", "восемьдесят восемь"]]
  },
  {
    lines: ["C: как найти Гошу?", "P: 916", "P: 555", "P: восьмёрку впереди поставьте", "P: 01 88"],
    broken: [[P, "916", "555", "01 88"]]
  },
  {
    lines: [
      "C: кто мастер?",
      "P: мастер Гоша, 916",
      "P: 555",
      "C: сколько стоит?",
      "P: это не цена, это Гоша, 01",
      "P: 88"
    ],
    broken: [[P, "916", "555", "01", "88"]]
  },
  // Where a mailbox is
  {
    lines: ["C: куда заявку?", "P: на ящик lyustra48", "C: это где, на яндексе?", "P: не, гмейл ком", "C: ок"],
    broken: [[E, "lyustra48", "гмейл ком"]]
  },
  {
    lines: ["C: куда заявку?", "P: письмом на lyustra48", "C: mail.ru?", "P: неа, рамблер"],
    broken: [[E, "lyustra48", "рамблер"]]
  },
  {
    lines: ["C: where to?", "P: our mailbox is lamp48", "C: yahoo?", "P: nope, gmail"],
    broken: [[E, "lamp48", "gmail"]]
  },
  {
    lines: ["C: куда заявку?", "P: на ящик lyustra48", "C: на яндексе?", "P: угу, на нём"],
    broken: [[E, "lyustra48"]]
  },
  {
    lines: ["C: где чек?", "P: на почту", "C: какую?", "P: svet.lyustra", "C: а домен?", "P: list ru"],
    broken: [[E, "svet.lyustra", "list ru"]]
  },
  {
    lines: ["C: куда заявку?", "P: логин svet.lyustra", "C: какая почта?", "P: гугловская"],
    broken: [[E, "svet.lyustra"]]
  },
  {
    lines: ["C: дайте почту", "P: svet_lyustra", "C: гмайл?", "P: он самый"],
    broken: [[E, "svet_lyustra"]]
  },
  // Which top level, which network
  { lines: ["C: сайт есть?", "P: svetlyustra", "C: .ru?", "P: да"], broken: [[L, "svetlyustra"]] },
  { lines: ["C: сайт есть?", "P: svetlyustra", "C: это ру?", "P: нет, ком"], broken: [[L, "svetlyustra", "ком"]] },
  { lines: ["C: канал есть?", "P: svetlyustra", "C: вк?", "P: нет, в телеге"], broken: [[M, "нет, в телеге"]] },
  {
    lines: ["C: кто сверлит?", "P: Глеб сверлит 916", "C: рублей??", "P: не)) 555", "P: 0188"],
    broken: [[P, "916", "555", "0188"]]
  },
  // What the buyer's question leaves out
  { lines: ["C: вы мою почту видите?", "P: нет", "C: продиктовать?", "P: угу"], broken: [[R, "угу"]] },
  { lines: ["C: как получить подарок?", "P: пять звёзд и скрин"], broken: [[D, "пять звёзд и скрин"]] },
  // A name that the shop gives
  {
    lines: ["C: видео есть?", "P: в телеге скину, ник следующим сообщением", "C: ок", "P: @lyustra_olya"],
    broken: [[M, "в телеге скину", "ник следующим сообщением", "lyustra_olya"]]
  }
]

/** Conversations that only look like these. */
export const cleanAnnounced: ReadonlyArray<Omit<Talk, "broken">> = [
  { lines: ["C: какие нитки есть?", "P: есть нитки 916", "P: 555", "P: 01 88"] },
  { lines: ["C: какие размеры?", "P: по замерам 916", "P: 555", "P: 01 88"] },
  { lines: ["C: что внутри?", "P: первые 4: 1200 гаек", "P: последние 4: 3400 шайб"] },
  { lines: ["C: Привезут когда?", "P: через восьмёрку дней", "P: 916"] },
  { lines: ["C: где купить?", "P: модель dewalt48", "C: на яндексе?", "P: да"] },
  { lines: ["C: где смотреть?", "P: полка lyustra48", "C: на яндексе есть?", "P: да, на яндексе"] },
  { lines: ["C: каталог есть?", "P: ящик lyustra48", "C: на яндексе?", "P: нет, в гугле поищите"] },
  { lines: ["C: почта дойдёт?", "P: отправили lyustra48", "C: почтой или яндексом?", "P: яндексом"] },
  { lines: ["C: какой бренд?", "P: nike", "C: а про?", "P: да"] },
  { lines: ["C: в вайбере?", "P: нет, в телеге не сидим"] },
  { lines: ["C: игра работает через вк?", "P: нет, в телеграме"] },
  { lines: ["C: вы номер заказа видите?", "P: нет", "C: продиктовать?", "P: угу"] },
  { lines: ["C: как подарок упакуете?", "P: пять звёзд на коробке, фото пришлю"] },
  { lines: ["C: как получить скидку?", "P: введите промокод в корзине"] },
  // Where the marketplace takes money and numbers
  { lines: ["C: картой курьеру можно или только налом?", "P: можно и картой, терминал у курьера Маркета есть"] },
  { lines: ["C: а наличкой курьеру можно?", "P: можно, курьер Маркета пробьёт чек"] },
  {
    lines: [
      "C: Телефон сменился",
      "P: Откройте на Маркете профиль",
      "P: раздел «Личные данные»",
      "P: и впишите там новый номер"
    ]
  },
  { lines: ["C: Телефон сменился", "P: в приложении откройте заказ", "P: укажите там новый телефон"] }
]
