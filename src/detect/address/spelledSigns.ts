import { cyrillicBit, digitBit, kindOf, latinBit } from "../../text/characterKinds.ts"
import { undisguise } from "../../text/undisguise.ts"

/** The function of a sign in an address, regardless of its spelling. */
export type SignRole = "dot" | "at" | "slash" | "dash" | "underscore"

const roles = new Map<string, SignRole>()

const add = (role: SignRole, words: string): void => {
  for (const word of words.split(" ")) roles.set(word, role)
}

add(
  "dot",
  "точка точку точкой точкою точки точечка точко точька точечку точечкой тчк тчка точк дот dot tochka tochkoy tochku nokta нүкте нукте nuqta " +
    "нуқта нукта крапка кропка"
)
add(
  "at",
  "собака собаку собаки собакой собакою собако собачка собачку собачки собачкой собачко сабака сабаку сабачка сабачку собакен собачонка " +
    "псина псинка сбк сбч сбка гав гавгав гав-гав эт ат at at-sign kuchukcha кучукча айқұлақ sobaka sobachka sobachku sobaku sabaka sabachka gav"
)
add("slash", "слэш слеш слэшик slash слаш дробь slesh")
add("dash", "дефис тире черточка чёрточка dash hyphen")
add("underscore", "подчеркивание подчёркивание андерскор underscore podcherkivanie")

/** All words that are spelled signs by themselves, with their roles. */
export const signWords: ReadonlyMap<string, SignRole> = roles

const turkicAts = new Set("et it ит".split(" "))
const turkicDots = new Set("nokta nuqta нүкте нукте нуқта нукта".split(" "))

/** Whether an everyday word of Turkish ("and", "dog"), Uzbek or Kazakh ("dog") may stand for @. */
export const isTurkicAt = (word: string): boolean => turkicAts.has(word)

/** Whether a word means a dot in Turkish, Uzbek or Kazakh. */
export const isTurkicDot = (word: string): boolean => turkicDots.has(word)

/**
 * Nouns for the top-level domain that stand for the dot right before it: "домен яндекс, зона ру",
 * "rug-house period com".
 */
export const dotNouns: ReadonlySet<string> = new Set(
  "зона зоне зону зоной домен домене доменом пойнт поинт пункт point period окончание окончанием".split(" ")
)

/** Whether a word is one of `dotNouns`. */
export const isDotNoun = (word: string): boolean => dotNouns.has(word)

/** As in "доменная зона ру". */
export const domainAdjectives: ReadonlyArray<string> = ["доменная", "доменной"]

/** Whether an adjective before such a noun refers to a domain. */
export const isDomainAdjective = (word: string): boolean => domainAdjectives.includes(word)

/** The position of the top-level domain: "knopka-svet, на конце ru". */
export const nameEnd = "конце"

/** The sign that a single word stands for, including words with look-alike letters: "d0t", "т0чка". */
export const signRoleOf = (word: string): SignRole | undefined =>
  roles.get(word) ?? (word.length <= longestSign && mayBeDisguised(word) ? roles.get(undisguise(word)) : undefined)

/** The length of "подчеркивание". */
const longestSign = 13

/** Whether a word mixes scripts, or letters and digits. */
const mayBeDisguised = (word: string): boolean => {
  let kinds = 0
  for (let position = 0; position < word.length; position++) {
    const kind = kindOf(word.charCodeAt(position))
    kinds |= kind & digitBit ? digitBit : kind & (latinBit | cyrillicBit)
  }
  return (kinds & (kinds - 1)) !== 0
}

/** Words used between the parts of an address. */
const fillers = new Set(
  (
    "потом затем дальше далее и следом then and sonra keyin кейін кейин нижнее нижний ну вы ты поняли понял поняла знаете это там такая такой " +
    "знак значок символ ставим пишем ставите пишете ставьте пишите после через сразу идет идёт стоит будет опять снова еще ещё а в на " +
    "домен домене доменная доменной почтовик почтовике почтовый сервис сервисе сервер сервере thing the a " +
    "слово слова словом буквы буквами букв две три двумя тремя латиницей кириллицей английскими английские латинские латинскими маленькими " +
    "маленькие строчными набираете набираем дописываете дописываем допишите добавляете добавляем добавите добавьте прибавьте припишите печатаете вводите вбиваете word letters type"
  ).split(" ")
)

/** Whether a word may stand between the parts of an address without being one of them. */
export const isAddressFiller = (word: string): boolean => fillers.has(word)

/** Signs in brackets: "(at)", "[точка]", "(kuyruklu a)". */
const bracketed = new Map<string, SignRole>([
  [".", "dot"],
  ["。", "dot"],
  ["d", "dot"],
  ["т", "dot"],
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
  ["小老鼠", "at"],
  ["圈a", "at"],
  ["shift+2", "at"],
  ["шифт+2", "at"]
])

/** The sign that the content of brackets stands for, if any. */
export const bracketedRoleOf = (inner: string): SignRole | undefined =>
  signRoleOf(inner) ??
  bracketed.get(inner) ??
  inWords.get(inner) ??
  (isDotNoun(inner) && /^[a-zй-п]/.test(inner) ? "dot" : undefined) ??
  roleOfLetters(inner) ??
  roleBehindWords(inner)

/** A sign with words before it: "потом точка", "поставить собаку". */
const roleBehindWords = (inner: string): SignRole | undefined => {
  const blank = inner.lastIndexOf(" ")
  return blank > 0 &&
    /^(?:потом|затем|дальше|тут|здесь|поставить|поставьте|ставим|добавьте|добавить|допишите|нужна|идет|then|put|add|here)$/.test(
      inner.slice(0, blank)
    )
    ? signRoleOf(inner.slice(blank + 1))
    : undefined
}

/** A sign with the same separator between all letters: "a t", "d.o.t", "т-о-ч-к-а". */
const roleOfLetters = (inner: string): SignRole | undefined =>
  /^\p{L}([ ._-])\p{L}(?:\1\p{L})*$/u.test(inner) ? signRoleOf(inner.replaceAll(inner.charAt(1), "")) : undefined

/** Signs spelled in several words. */
const inWords = new Map<string, SignRole>([
  ["kuyruklu a", "at"],
  ["et işareti", "at"],
  ["et isareti", "at"],
  ["at sign", "at"],
  ["at belgisi", "at"],
  ["at белгісі", "at"],
  ["знак собака", "at"],
  ["собака знак", "at"],
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
  ["эй в кружочке", "at"],
  ["собачья голова", "at"],
  ["собачья морда", "at"],
  ["собачья мордочка", "at"],
  ["собачий хвост", "at"],
  ["песья голова", "at"],
  ["curly a", "at"],
  ["swirly a", "at"],
  ["circled a", "at"],
  ["a symbol", "at"],
  ["а с хвостиком", "at"],
  ["а с хвостом", "at"],
  ["а с закорючкой", "at"],
  ["а с завитушкой", "at"],
  ["а с завитком", "at"],
  ["а с кружком", "at"],
  ["а закорючка", "at"],
  ["шифт два", "at"],
  ["шифт 2", "at"],
  ["shift 2", "at"],
  ["at symbol", "at"],
  ["символ эт", "at"],
  ["знак эт", "at"],
  ["знак at", "at"],
  ["значок эт", "at"],
  ["значок собака", "at"],
  ["значок собачка", "at"],
  ["значок собачки", "at"],
  ["ит белгісі", "at"],
  ["собака белгісі", "at"],
  ["it belgisi", "at"],
  ["et simgesi", "at"],
  ["full stop", "dot"],
  ["нижняя черта", "underscore"],
  ["нижняя палочка", "underscore"],
  ["нижний прочерк", "underscore"],
  ["нижнее тире", "underscore"],
  ["forward slash", "slash"],
  ["косой чертой", "slash"]
])

const firstWords = new Set([...inWords.keys()].map((words) => words.slice(0, words.indexOf(" "))))

/** Whether a sign spelled in several words may start with this one. */
export const opensSign = (word: string): boolean => firstWords.has(word)

/** The sign that two or three words stand for, if any. */
export const signOfWords = (words: string): SignRole | undefined => inWords.get(words)

/** Latin words for @; names are written in Latin letters too. */
const latinAts = new Set("dog doggy doggie kuchuk itcha pes pesik psina et monkey snail swirl ulitka gavka".split(" "))

/** Words that connect a mail provider to something other than a mailbox. */
const joinsOthers = new Set(
  (
    "и или либо а но да не с со от ото из для через по под про без до за у к ко о об при над между как где это есть был будет был нет " +
    "мой моя моё наш наша наше ваш ваша ваше свой почта почту почте почты письмо сайт сайте сервис сервиса аккаунт аккаунта ящик логин пароль " +
    "поиск поиске поиском браузер браузера карта карты карте такси музыка еда маркет and or of for via with from by to your our the a an is"
  ).split(" ")
)

/** Prepositions between a mailbox and its provider: "kovka24 на мейл ру". */
const onOffice = new Set("на on в in".split(" "))

/** How a word between a name and a mail provider may stand for @: as a name of the sign, or as a preposition. */
export type LooseAt = "name" | "on"

/**
 * How an unusual word between a name and a mail provider may stand for @, if at all. People use any word there
 * ("кракозябра"), so every Cyrillic word counts unless it connects other things.
 */
export const looseAtOf = (word: string): LooseAt | undefined => {
  if (onOffice.has(word)) return "on"
  return latinAts.has(word) || (/^[а-яё-]{2,}$/.test(word) && !joinsOthers.has(word)) ? "name" : undefined
}

/** Chinese names of signs. */
const ideographs: ReadonlyArray<readonly [string, SignRole]> = [
  ["艾特", "at"],
  ["小老鼠", "at"],
  ["圈a", "at"],
  ["下划线", "underscore"],
  ["斜杠", "slash"],
  ["横杠", "dash"],
  ["点", "dot"]
]

/** The sign spelled in Chinese characters at `position`, and its length. */
export const ideographSign = (
  text: string,
  position: number
): { readonly role: SignRole; readonly length: number } | undefined => {
  for (const [written, role] of ideographs) {
    if (text.startsWith(written, position)) return { role, length: written.length }
  }
  return undefined
}

/** Whether a character is 🐶 🐕 🐩 or 🦮: "собака" (dog) is the Russian name of @. */
export const isDog = (character: string): boolean =>
  character === "🐶" || character === "🐕" || character === "🐩" || character === "🦮"

const mailPictures = new Set("📧✉📩📨📬📭📮🐾🌀🦴🐌🍥🔄")

/** Whether a picture of mail, a paw print or a swirl may stand for an @ before a mail provider. */
export const isMailPicture = (character: string): boolean => mailPictures.has(character)

const thickDots = new Set("·•∙⋅●◦∘⚫⚪🔴🔵🟢🟡⏺🔘")

/** Whether a sign resembles a dot even with blanks beside it. */
export const isThickDot = (character: string): boolean => thickDots.has(character)
