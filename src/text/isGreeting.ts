/** The maximum length of a greeting, in UTF-16 units. */
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
 * Whether the text before `end` is only a greeting: "Здравствуйте, да, пишите". The comma after it then ends a
 * sentence.
 */
export const isGreeting = (text: string, end: number): boolean =>
  end <= longestGreeting && greeting.test(text.slice(0, end))
