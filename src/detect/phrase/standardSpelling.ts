/**
 * The standard form of a colloquial or abbreviated word; undefined for any other word. Phonetic misspellings are left
 * to `soundOf`.
 *
 * @param word folded like tokens.
 */
export const standardSpelling = (word: string): string | undefined => standardByColloquial.get(word)

/** Standard words and their colloquial spellings. */
const colloquial: ReadonlyArray<readonly [standard: string, written: string]> = [
  // Russian
  ["только", "тока токо тольк тлько толко"],
  ["сейчас", "щас щаз счас сичас сйчас щяс ща"],
  ["сегодня", "седня сегодне севодня сдня"],
  ["что", "че чо шо што чот"],
  ["чтобы", "чтоб шоб штоб штобы чтоп"],
  ["ничего", "ниче ничо ничео"],
  ["сколько", "скока скоко скок сколка"],
  ["столько", "стока стоко"],
  ["вообще", "ваще вобще вообщем воще вапще"],
  ["когда", "када кагда кода"],
  ["тогда", "тада тагда"],
  ["теперь", "терь тепер теперя"],
  ["надо", "нада нужо"],
  ["нужно", "нужн"],
  ["можно", "мона можна можн мож"],
  ["может", "мож могет"],
  ["пожалуйста", "пож плз пжл пжлст пжста пжлста пжалста пожалста пожалуста пожалуйсто пжлуйста пожал"],
  ["конечно", "конешно канешна канешно конеш кнчн"],
  ["спасибо", "спс спасиб пасиб пасибо спасибки"],
  ["здравствуйте", "здрасьте здрасте здраствуйте здравствуте драсьте"],
  ["если", "есле есь ежли"],
  ["хотите", "хотити хотете"],
  ["еще", "исчо есчо ище ишо"],
  ["человек", "чел"],
  ["тысяча", "тыща"],
  ["тысячи", "тыщи"],
  ["тысяч", "тыщ"],
  ["рублей", "рубасов рубчиков"],
  ["быстро", "быстра быренько бстр"],
  ["потому", "патаму птму"],
  ["это", "эт ето"],
  ["говорит", "грит"],
  ["интернет", "инет"],
  ["магазин", "магаз"],
  ["маркетплейс", "маркетплэйс мп"],
  ["комментарий", "комент коммент"],
  // English
  ["your", "ur yr"],
  ["you're", "youre"],
  ["please", "pls plz plse plez"],
  ["message", "msg mesg"],
  ["messages", "msgs"],
  ["text", "txt"],
  ["number", "num nmbr numbr numba"],
  ["because", "cuz bc coz"],
  ["with", "wit"],
  ["tomorrow", "tmrw tmr"],
  ["thanks", "thx tnx thnx"],
  ["address", "adress addr"],
  ["picture", "pic"],
  ["don't", "dont"],
  ["can't", "cant"],
  ["won't", "wont"],
  ["doesn't", "doesnt"],
  ["isn't", "isnt"],
  ["let's", "lets"],
  // Turkish
  ["bir", "bi"],
  ["tamam", "tmm tamm"],
  ["lütfen", "ltfn lutfen"],
  ["değil", "diil degil"],
  ["telefon", "tlf"]
]

const standardByColloquial: ReadonlyMap<string, string> = new Map(
  colloquial.flatMap(([standard, written]) => written.split(" ").map((word): [string, string] => [word, standard]))
)
