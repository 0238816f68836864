/** No greeting is longer, in UTF-16 units. */
const longestGreeting = 32

const greeting = new RegExp(
  `^[^\\p{L}]*(?:${[
    "здравствуйте|здравствуй|здрасьте|приветствую|привет|приветики|салют|доброй ночи",
    "добр(?:ый|ого|ое|ой) (?:день|дня|вечер|вечера|утро|утра|времени суток)|(?:день|вечер|утро|вечерочек) добр(?:ый|ое)|доброго",
    "hello|hi|hi there|hey|good (?:morning|afternoon|evening|day)",
    "merhaba|merhabalar|selam|selamlar|iyi (?:günler|akşamlar)|günaydın|aleyküm selam",
    "сәлем|сәлеметсіз бе|қайырлы (?:күн|таң|кеш)|salem|salemetsiz be",
    "(?:va ?alaykum )?assalom(?:u alaykum)?|salom|(?:ва ?алайкум )?ассалом(?:у алайкум)?|салом|салам",
    "您好|你好|亲|亲亲|亲爱的|(?:您|你)好亲|亲(?:您|你)好"
  ].join("|")})\\s*$`,
  "iu"
)

/**
 * Whether a text up to `end` is a greeting and nothing more: "Здравствуйте, да, пишите". What follows its comma begins like a sentence of its own.
 */
export const isGreeting = (text: string, end: number): boolean =>
  end <= longestGreeting && greeting.test(text.slice(0, end))
