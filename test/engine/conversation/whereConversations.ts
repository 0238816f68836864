import type { Talk } from "./splitConversations.ts"

const D = "off-platform-deal"
const E = "email-address"
const L = "outbound-link"
const M = "messenger-contact"
const P = "phone-number"
const R = "contact-request"

/** Conversations in which the buyer asks where, how or whom, and the shop answers in a word or two. */
export const brokenWhere: ReadonlyArray<Talk> = [
  {
    lines: [
      "C: Здравствуйте, можно фото замеров отправить не сюда? тут грузится вечность",
      "P: Можно",
      "C: куда?",
      "P: в мессенджер любой, какой у вас"
    ],
    broken: [[M, "в мессенджер любой, какой у вас"]]
  },
  {
    lines: ["C: Сборка сколько стоит?", "P: 3500", "C: в заказ добавить?", "P: не надо, отдадите ребятам"],
    broken: [[D, "отдадите ребятам"]]
  },
  {
    lines: ["C: а чек будет?", "P: Зачем вам чек, отдадите ребятам из рук в руки"],
    broken: [[D, "отдадите ребятам из рук в руки"]]
  },
  {
    lines: [
      "C: покажете готовый букет перед отправкой?",
      "P: Обязательно, но не здесь же)",
      "C: а где?",
      "P: в телеге, где ж ещё"
    ],
    broken: [[M, "в телеге, где ж ещё"]]
  },
  {
    lines: ["C: а где ваши работы посмотреть?", "P: floristika-nn", "C: это что?", "P: ну сайт. точка ру в конце"],
    broken: [[L, "floristika-nn", "точка ру"]]
  },
  {
    lines: ["C: на какую почту прислать акт?", "P: akt-servis", "C: ?", "P: на яндексе", "C: точка ру?", "P: да"],
    broken: [[E, "akt-servis", "на яндексе"]]
  },
  {
    lines: [
      "C: can I send you a voice note? typing is hard",
      "P: not here",
      "C: where then?",
      "P: any messenger, whatsapp best"
    ],
    broken: [[M, "any messenger, whatsapp best"]]
  },
  {
    lines: ["C: Видеосын көрсете аласыз ба?", "P: Иә, бірақ мұнда емес", "C: қайда?", "P: уатсапта"],
    broken: [[M, "уатсапта"]]
  },
  {
    lines: ["C: Жеткізуге қанша?", "P: 2000", "C: Маркетте төлеймін бе?", "P: жоқ, жүргізушіге"],
    broken: [[D, "жоқ, жүргізушіге"]]
  },
  {
    lines: ["C: Rasmini ko'rsatasizmi?", "P: Bo'ladi, lekin bu yerga yuklanmayapti", "C: qayerga?", "P: telegramga"],
    broken: [[M, "telegramga"]]
  },
  {
    lines: ["C: ustaga qancha beraman?", "P: 150 ming", "C: Market orqalimi?", "P: yo'q, qo'liga"],
    broken: [[D, "yo'q, qo'liga"]]
  },
  { lines: ["C: Renk fotoğrafı atar mısınız?", "P: buraya atılmıyor", "C: nereye?", "P: wp"], broken: [[M, "wp"]] },
  { lines: ["C: Montaj ücreti?", "P: 600", "C: nasıl ödeyeceğim", "P: ustaya elden"], broken: [[D, "ustaya elden"]] },
  {
    lines: ["C: 物流怎么联系我", "P: 需要您提供一下", "C: 提供什么", "P: 手机号"],
    broken: [[R, "提供一下", "手机号"]]
  },
  { lines: ["C: 能看实拍视频吗", "P: 这里发不了", "C: 那怎么办", "P: 加v发您"], broken: [[M, "加v发您"]] },
  { lines: ["C: 差价怎么补", "P: 扫码", "C: 什么码", "P: 支付宝收款码"], broken: [[D, "扫码", "支付宝收款码"]] },
  { lines: ["C: почта ваша?", "P: akt-servis на яндексе"], broken: [[E, "akt-servis на яндексе"]] },
  { lines: ["C: email?", "P: linen.home on gmail"], broken: [[E, "linen.home on gmail"]] },
  {
    lines: ["C: а городской есть?", "P: есть, 62-17-40", "C: код какой?", "P: 8 3452"],
    broken: [[P, "62-17-40", "8 3452"]]
  },
  {
    lines: ["C: диспетчер нужен", "P: 440 62 17", "C: это без кода?", "P: код 912, впереди восьмёрка"],
    broken: [[P, "440 62 17", "912"]]
  },
  {
    lines: [
      "C: Как мне вас набрать?",
      "P: цена 8912",
      "P: скидка 440",
      "P: остаток 6217",
      "C: не поняла",
      "P: цифры подряд прочтите и звоните"
    ],
    broken: [
      [P, "8912", "скидка 440", "остаток 6217"],
      [M, "цифры подряд прочтите и звоните"]
    ]
  },
  { lines: ["C: А на вайбер можно фото?", "P: А чего ж нельзя"], broken: [[M, "А чего ж нельзя"]] },
  { lines: ["C: мою почту для чека записать?", "P: ага, и фамилию"], broken: [[R, "ага, и фамилию"]] },
  {
    lines: ["C: возврат через Маркет или сами переведёте?", "P: сами, так быстрее"],
    broken: [[D, "сами, так быстрее"]]
  },
  { lines: ["C: или вы больше по телефону?", "P: больше по телефону"], broken: [[M, "больше по телефону"]] },
  { lines: ["C: вы отвечаете тут или по телефону?", "P: по телефону быстрее"], broken: [[M, "по телефону быстрее"]] },
  {
    lines: ["C: за отзыв что-нибудь будет?", "P: смотря какой", "C: пять звёзд", "P: тогда 200 на телефон"],
    broken: [[D, "тогда 200 на телефон"]]
  },
  {
    lines: ["C: как узнаю, что пришло?", "P: сообщим", "C: как?", "P: позвоним, если номерок оставите"],
    broken: [[R, "номерок оставите"]]
  },
  {
    lines: ["C: если два возьму, скинете?", "P: здесь не могу", "C: а не здесь?", "P: а не здесь 15 процентов"],
    broken: [[D, "а не здесь 15 процентов"]]
  },
  { lines: ["P: Напишите номер", "C: подъезда?", "P: да нет же, телефона"], broken: [[R, "Напишите номер"]] }
]

/** Similar questions, answered within the marketplace. */
export const cleanWhere: ReadonlyArray<Omit<Talk, "broken">> = [
  { lines: ["C: Здравствуйте, можно фото замеров отправить?", "P: Можно", "C: куда?", "P: прямо сюда, скрепка слева"] },
  { lines: ["C: Сборка сколько стоит?", "P: 3500", "C: в заказ добавить?", "P: да, там есть галочка «Сборка»"] },
  { lines: ["C: покажете готовый букет перед отправкой?", "P: Обязательно", "C: а где?", "P: тут же, в чате"] },
  {
    lines: [
      "C: а где ваши работы посмотреть?",
      "P: в карточке товара листайте фото",
      "C: там одно",
      "P: добавим завтра"
    ]
  },
  { lines: ["C: на какую почту прислать акт?", "P: ни на какую, прикрепите сюда"] },
  {
    lines: [
      "C: can I send you a voice note? typing is hard",
      "P: not here, Market doesn't take audio",
      "C: where then?",
      "P: nowhere, sorry, please type"
    ]
  },
  { lines: ["C: Видеосын көрсете аласыз ба?", "P: Иә, карточкада бар", "C: қайда?", "P: суреттердің соңында"] },
  { lines: ["C: Жеткізуге қанша?", "P: 2000", "C: кімге төлеймін?", "P: Маркетте төленеді"] },
  { lines: ["C: Rasmini ko'rsatasizmi?", "P: Bo'ladi, hozir shu yerga yuklayman", "C: rahmat"] },
  { lines: ["C: ustaga qancha beraman?", "P: hech narsa, narxga kirgan"] },
  { lines: ["C: Renk fotoğrafı atar mısınız?", "P: tabii, birazdan buraya ekliyorum"] },
  { lines: ["C: Montaj ücreti?", "P: 600", "C: nasıl ödeyeceğim", "P: sepette ekleyip kartla"] },
  { lines: ["C: 怎么退货", "P: 需要您提供一下", "C: 提供什么", "P: 订单号"] },
  { lines: ["C: 能看实拍视频吗", "P: 可以，稍后发在这里"] },
  { lines: ["C: 差价怎么补", "P: 平台补差链接", "C: 哪里", "P: 订单页面里"] },
  { lines: ["C: почтой отправляете?", "P: да, из яндекс пвз"] },
  {
    lines: ["C: у камеры есть уведомления?", "P: Есть", "C: куда приходят?", "P: в телеграм, через бота производителя"]
  },
  { lines: ["C: пин от замка не подходит", "P: попробуйте 2204", "P: 3201", "P: потом решётку"] },
  { lines: ["C: партия какая?", "P: начало 8912", "P: конец 4406", "C: совпало"] },
  { lines: ["C: возврат через Маркет или сами переведёте?", "P: через Маркет, сами не можем"] },
  { lines: ["C: вы отвечаете тут или по телефону?", "P: тут"] },
  { lines: ["C: за отзыв что-нибудь будет?", "P: баллы Плюса от Маркета, если акция активна"] },
  {
    lines: ["C: если два возьму, скинете?", "P: сейчас не могу", "C: а когда?", "P: на распродаже Маркета 15 процентов"]
  },
  { lines: ["P: Напишите номер", "C: телефона?", "P: да нет же, подъезда"] },
  { lines: ["P: Киньте на почту", "C: вашу?", "P: в отделение почты, посылку возвратную"] },
  { lines: ["C: вы на связи?", "P: да, но не быстро"] }
]
