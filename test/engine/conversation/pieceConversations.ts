import type { Talk } from "./splitConversations.ts"

const C = "payment-card"
const D = "off-platform-deal"
const E = "email-address"
const L = "outbound-link"
const M = "messenger-contact"
const P = "phone-number"

/** Conversations in which the parts of a number or address are next to words that join them. */
export const brokenPieces: ReadonlyArray<Talk> = [
  // numbers in pieces
  {
    lines: ["C: с кем по монтажу?", "P: Геннадий, восьмёрка 922", "P: сто сорок", "P: потом 17", "P: и 36 в конце"],
    broken: [[P, "восьмёрка 922", "сто сорок", "17", "36"]]
  },
  {
    lines: ["P: 5536 9137", "P: 7020 3418", "P: 2400 за пару"],
    broken: [
      [D, "5536 9137", "7020 3418", "2400 за пару"],
      [C, "5536 9137", "7020 3418"]
    ]
  },
  {
    lines: ["C: как доплатить за упаковку?", "P: переводом, 300р", "P: 5536", "P: 9137", "P: 7020", "P: 3418"],
    broken: [
      [D, "переводом, 300р", "5536", "9137", "7020", "3418"],
      [C, "5536", "9137", "7020", "3418"]
    ]
  },
  {
    lines: ["P: на карту, 1500", "P: 5536 9137", "P: 7020 3418"],
    broken: [
      [D, "1500", "5536 9137", "7020 3418"],
      [C, "5536 9137", "7020 3418"]
    ]
  },
  {
    lines: ["C: телефон мастера есть?", "P: плюс семь 951", "P: шесть шестёрок", "P: и нолик"],
    broken: [[P, "плюс семь 951", "шесть шестёрок", "нолик"]]
  },
  {
    lines: ["C: как с ней связаться", "P: код оператора 915", "C: а дальше?", "P: дальше 447 20 31"],
    broken: [[P, "915", "447 20 31"]]
  },
  {
    lines: ["C: как связаться", "P: сейчас", "C: жду", "P: 8 (903)", "P: затем 555", "P: 01-27"],
    broken: [[P, "8 (903", "555", "01-27"]]
  },
  {
    lines: ["C: как заплатить, кнопки нет", "P: на карту, 4276 5501", "C: это что", "P: сберовская. 0923 8470"],
    broken: [
      [D, "на карту, 4276 5501", "0923 8470"],
      [C, "4276 5501", "0923 8470"]
    ]
  },
  {
    lines: [
      "P: Зинаида Петровна подскажет",
      "P: восемь девятьсот пятнадцать",
      "C: угу",
      "P: следом 203",
      "P: и ещё 14 80"
    ],
    broken: [[P, "восемь девятьсот пятнадцать", "203", "14 80"]]
  },
  // addresses in pieces
  {
    lines: ["C: куда писать?", "P: drakon.kraska", "P: гав", "C: чего гав)", "P: собака которая))", "P: gmail и com"],
    broken: [[E, "drakon.kraska", "гав", "gmail"]]
  },
  {
    lines: ["C: почта у вас?", "P: b-a-s-h-m-a-k", "P: собачья голова", "P: inbox", "P: и ру через точечку"],
    broken: [[E, "b-a-s-h-m-a-k", "собачья голова", "inbox"]]
  },
  {
    lines: ["C: and how do i reach them", "P: spares dash kayak", "P: then the curly a thing", "P: fastmail dot fi"],
    broken: [[E, "spares dash kayak", "then the curly a thing", "fastmail dot fi"]]
  },
  {
    lines: ["C: а описание?", "P: ой да! оно у нас лежит на вяжем-дома", "C: это где", "P: ну как где. точка", "P: рф"],
    broken: [[L, "вяжем-дома", "точка", "рф"]]
  },
  {
    lines: ["C: адрес почты", "P: lampa-svet", "P: собачка", "P: яндекс"],
    broken: [[E, "lampa-svet", "собачка", "яндекс"]]
  },
  {
    lines: ["C: на какую почту?", "P: petrov1972", "P: потом собака", "P: мейл", "P: точка ру"],
    broken: [[E, "petrov1972", "потом собака", "мейл", "точка ру"]]
  },
  {
    lines: ["C: каталог есть", "P: mebel-sosna", "P: потом точка", "P: com"],
    broken: [[L, "mebel-sosna", "потом точка", "com"]]
  },
  {
    lines: ["C: где посмотреть", "P: у нас на pryazha-dom", "P: дальше точка и ру"],
    broken: [[L, "pryazha-dom", "дальше точка и ру"]]
  },
  {
    lines: ["C: сайт у вас есть?", "P: kovry-vostok", "C: .рф?", "P: нет, .shop"],
    broken: [[L, "kovry-vostok", ".shop"]]
  },
  {
    lines: ["C: 官网是什么", "P: meilixiezi", "C: 嗯", "P: 点", "P: cn"],
    broken: [[L, "meilixiezi", "点", "cn"]]
  },
  // names of accounts in pieces
  {
    lines: ["C: есть тг?", "P: pryazha", "P: потом нижнее подчёркивание", "P: и msk"],
    broken: [[M, "pryazha", "потом нижнее подчёркивание", "и msk"]]
  },
  {
    lines: ["C: вы в телеграме есть?", "P: собачка kovrik", "P: нижнее подчёркивание", "P: dom"],
    broken: [[M, "собачка kovrik", "нижнее подчёркивание", "dom"]]
  },
  {
    lines: ["C: инстаграм есть?", "P: k o v", "P: e r", "C: kover", "P: нижнее подчёркивание d o m"],
    broken: [[M, "k o v", "e r", "нижнее подчёркивание d o m"]]
  },
  {
    lines: ["C: есть тг?", "P: собачка", "P: kovrik", "C: так", "P: dom", "P: _msk"],
    broken: [[M, "собачка", "kovrik", "dom", "_msk"]]
  },
  {
    lines: ["C: 有微信吗", "P: kovrik_", "P: dom", "P: 77"],
    broken: [[M, "kovrik_", "dom", "77"]]
  },
  {
    lines: ["P: Екі бөліп жазамын", "P: 8 701 552", "P: 30 94"],
    broken: [[P, "8 701 552", "30 94"]]
  },
  {
    lines: ["C: телефон сантехника дадите?", "P: дам номер нашего сантехника, он опытный", "P: 9214401736"],
    broken: [[P, "9214401736"]]
  }
]

/** Conversations in which such parts are other figures or everyday words. */
export const cleanPieces: ReadonlyArray<Omit<Talk, "broken">> = [
  // numbers in pieces
  { lines: ["C: размеры?", "P: высота 2050", "P: потом ширина 810", "P: и глубина 350"] },
  { lines: ["C: трек дайте", "P: 8009 2598", "P: потом 1134", "P: и 07"] },
  { lines: ["C: цены?", "P: 1500", "P: 5536", "P: 9137", "P: 7020", "P: 3419"] },
  { lines: ["C: какие размеры?", "P: 800см", "P: 912 345", "P: 67 89см"] },
  { lines: ["C: сколько петель", "P: 89", "P: потом 16", "P: и 34"] },
  { lines: ["C: как часы настроить", "P: нажмите 3", "P: затем 7", "P: затем 15 00 22"] },
  // addresses in pieces
  // names in pieces that nobody is called by
  { lines: ["C: как подписать файл?", "P: foto", "P: нижнее подчёркивание", "P: 2026"] },
  { lines: ["C: как назвать папку?", "P: foto_", "P: zakaz", "P: 2026"] },
  { lines: ["C: что на жетоне?", "P: имя", "P: нижнее подчёркивание", "P: фамилия"] },
  { lines: ["C: собака грызёт?", "P: Крепкий", "P: собака", "P: не прогрызёт"] },
  { lines: ["C: что гравировать", "P: Яндекс", "P: точка", "P: собака Руслана"] },
  { lines: ["P: От плеча вниз 14 см, там чёрная точка", "P: ру", "P: рукав тьфу, промазал"] },
  { lines: ["C: какой размер", "P: эска", "P: точка.", "P: ком нитки уберите"] },
  { lines: ["C: ошейник", "P: для мейн-куна", "P: не для собак", "P: почта завтра"] }
]
