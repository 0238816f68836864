import { cyrillicBit, digitBit, kindOf, latinBit } from "../text/characterKinds.ts"
import { undisguise } from "../text/undisguise.ts"

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
  "собака собаку собаки собакой собачка собачку собачкой сабака сабачка собакен гав эт at kuchukcha кучукча айқұлақ sobaka sobachka sobaku"
)
add("slash", "слэш слеш слэшик slash слаш дробь slesh")
add("dash", "дефис тире черточка чёрточка dash hyphen")
add("underscore", "подчеркивание подчёркивание андерскор underscore podcherkivanie")

/** What a single word says, also with letters that only look like its own: "d0t", "т0чка". */
export const signRoleOf = (word: string): SignRole | undefined =>
  roles.get(word) ?? (word.length <= longestSign && mayBeDisguised(word) ? roles.get(undisguise(word)) : undefined)

/** "подчеркивание" */
const longestSign = 13

/** Whether letters of two kinds are in a word, or letters and digits. */
const mayBeDisguised = (word: string): boolean => {
  let kinds = 0
  for (let position = 0; position < word.length; position++) {
    const kind = kindOf(word.charCodeAt(position))
    kinds |= kind & digitBit ? digitBit : kind & (latinBit | cyrillicBit)
  }
  return (kinds & (kinds - 1)) !== 0
}

/** Words that are said between the parts of an address. */
const fillers = new Set(
  "потом затем дальше далее и следом then and sonra keyin кейін кейин нижнее нижний ну вы ты поняли понял поняла знаете это там такая такой знак значок символ ставим пишем ставите пишете".split(
    " "
  )
)

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
export const bracketedRoleOf = (inner: string): SignRole | undefined =>
  signRoleOf(inner) ?? bracketed.get(inner) ?? (/^. . ./.test(inner) ? roles.get(inner.replaceAll(" ", "")) : undefined)

/** Signs that are said in two or three words. */
const inWords = new Map<string, SignRole>([
  ["kuyruklu a", "at"],
  ["et işareti", "at"],
  ["at sign", "at"],
  ["знак собака", "at"],
  ["alt çizgi", "underscore"],
  ["alt tire", "underscore"],
  ["eğik çizgi", "slash"],
  ["косая черта", "slash"],
  ["коммерческое эт", "at"],
  ["коммерческое at", "at"],
  ["commercial at", "at"],
  ["символ собака", "at"],
  ["символ собаки", "at"],
  ["знак собаки", "at"],
  ["значок собаки", "at"],
  ["а в кружочке", "at"],
  ["а в кружке", "at"],
  ["а в круге", "at"],
  ["a в кружочке", "at"],
  ["a в кружке", "at"],
  ["a в круге", "at"],
  ["эй в кружочке", "at"]
])

const firstWords = new Set([...inWords.keys()].map((words) => words.slice(0, words.indexOf(" "))))

/** Whether a sign that is said in several words may begin with this one. */
export const opensSign = (word: string): boolean => firstWords.has(word)

export const signOfWords = (words: string): SignRole | undefined => inWords.get(words)

/** Other words for @ that are everyday words too: they are one only between a mailbox's name and a post office. */
const looseAts = new Set("dog doggy doggie пес песик пёс пёсик на on".split(" "))

export const isLooseAt = (word: string): boolean => looseAts.has(word)

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
    гэмэйл: "gmail",
    гимейл: "gmail",
    гмаил: "gmail",
    джимаил: "gmail",
    джимайл: "gmail",
    жимейл: "gmail",
    мэил: "mail",
    емэйл: "mail",
    яндэкс: "yandex",
    ямдекс: "yandex",
    яндех: "yandex",
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
    ютуб: "youtube",
    тэ: "t",
    ти: "t"
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
