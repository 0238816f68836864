/** What a sign of an address does, however it is spelled. */
export type SignRole = "dot" | "at" | "slash" | "dash" | "underscore"

const roles = new Map<string, SignRole>()

const add = (role: SignRole, words: string): void => {
  for (const word of words.split(" ")) roles.set(word, role)
}

add(
  "dot",
  "точка точку точкой точечка тчк тчка точк дот dot tochka tochkoy nokta нүкте нукте nuqta нуқта нукта крапка кропка кропка"
)
add(
  "at",
  "собака собаку собакой собачка собачку собачкой сабака сабачка собакен гав эт at kuchukcha кучукча айқұлақ sobaka sobachka sobaku"
)
add("slash", "слэш слеш слэшик slash слаш дробь slesh")
add("dash", "дефис тире черточка чёрточка dash hyphen")
add("underscore", "подчеркивание подчёркивание андерскор underscore podcherkivanie")

/** What a single word says. */
export const signRoleOf = (word: string): SignRole | undefined => roles.get(word)

/** Words that are said between the parts of an address. */
const fillers = new Set("потом затем дальше далее и следом then and sonra keyin кейін кейин нижнее нижний".split(" "))

export const isAddressFiller = (word: string): boolean => fillers.has(word)

/** In brackets: "(at)", "[точка]", "(kuyruklu a)". */
const bracketed = new Map<string, SignRole>([
  [".", "dot"],
  ["。", "dot"],
  ["@", "at"],
  ["a", "at"],
  ["а", "at"],
  ["эт", "at"],
  ["ат", "at"],
  ["et", "at"],
  ["kuyruklu a", "at"],
  ["güzel a", "at"],
  ["et işareti", "at"],
  ["at sign", "at"],
  ["знак собака", "at"],
  ["/", "slash"],
  ["-", "dash"],
  ["_", "underscore"],
  ["点", "dot"],
  ["艾特", "at"],
  ["小老鼠", "at"]
])

/** What stands within brackets says; undefined for anything else. */
export const bracketedRoleOf = (inner: string): SignRole | undefined => roles.get(inner) ?? bracketed.get(inner)

/** Signs that are said in two words. */
const twoWords = new Map<string, SignRole>([
  ["kuyruklu a", "at"],
  ["et işareti", "at"],
  ["at sign", "at"],
  ["знак собака", "at"],
  ["alt çizgi", "underscore"],
  ["alt tire", "underscore"],
  ["eğik çizgi", "slash"],
  ["косая черта", "slash"]
])

export const signOfTwoWords = (first: string, second: string): SignRole | undefined =>
  twoWords.get(`${first} ${second}`)

/** Chinese characters that spell a sign. */
const ideographs: ReadonlyArray<readonly [string, SignRole]> = [
  ["艾特", "at"],
  ["小老鼠", "at"],
  ["圈a", "at"],
  ["下划线", "underscore"],
  ["斜杠", "slash"],
  ["横杠", "dash"],
  ["点", "dot"]
]

/** The sign that Chinese characters spell at `position`, and its length. */
export const ideographSign = (
  text: string,
  position: number
): { readonly role: SignRole; readonly length: number } | undefined => {
  for (const [written, role] of ideographs) {
    if (text.startsWith(written, position)) return { role, length: written.length }
  }
  return undefined
}

/** 🐶 🐕 🐩 🦮: "собака" is the Russian name of @. */
export const isDog = (character: string): boolean =>
  character === "🐶" || character === "🐕" || character === "🐩" || character === "🦮"

/** Top-level domains in Cyrillic letters as they are said. */
const spokenTops = new Map<string, string>(
  Object.entries({
    ру: "ru",
    ком: "com",
    нет: "net",
    нэт: "net",
    орг: "org",
    инфо: "info",
    су: "su",
    уа: "ua",
    юа: "ua",
    кз: "kz",
    кейзет: "kz",
    бай: "by",
    юз: "uz",
    уз: "uz",
    шоп: "shop",
    про: "pro",
    ми: "me",
    мэ: "me",
    ме: "me"
  })
)

export const spokenTop = (label: string): string | undefined => spokenTops.get(label)

/** Names of well-known sites and post offices in Cyrillic letters as they are said. */
const spokenNames = new Map<string, string>(
  Object.entries({
    мейл: "mail",
    мэйл: "mail",
    маил: "mail",
    майл: "mail",
    емейл: "mail",
    яндекс: "yandex",
    джимейл: "gmail",
    джимэйл: "gmail",
    гмейл: "gmail",
    гмайл: "gmail",
    жмейл: "gmail",
    гмэйл: "gmail",
    рамблер: "rambler",
    бк: "bk",
    лист: "list",
    инбокс: "inbox",
    аутлук: "outlook",
    хотмейл: "hotmail",
    яху: "yahoo",
    айклауд: "icloud",
    протон: "proton",
    я: "ya",
    вк: "vk",
    ютуб: "youtube"
  })
)

export const spokenName = (label: string): string => spokenNames.get(label) ?? label

/** Whether a name is one of a post office, so that what stands before it is a mailbox. */
export const isPostOffice = (name: string): boolean => postOffices.has(spokenName(name))

const postOffices = new Set(
  "mail yandex ya gmail rambler bk list inbox outlook hotmail yahoo icloud proton protonmail mailru qq 163 126 foxmail sina".split(
    " "
  )
)
