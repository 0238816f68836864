import { cyrillicBit, digitBit, kindOf, latinBit } from "../../text/characterKinds.ts"
import { undisguise } from "../../text/undisguise.ts"

/** What a sign of an address does, however it is spelled. */
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

/** Every word that is a sign by itself, with what it says. */
export const signWords: ReadonlyMap<string, SignRole> = roles

const turkicAts = new Set("et it ит".split(" "))
const turkicDots = new Set("nokta nuqta нүкте нукте нуқта нукта".split(" "))

/** Words of every day in Turkish ("and", "dog"), Uzbek and Kazakh ("dog") that are said for @ as well. */
export const isTurkicAt = (word: string): boolean => turkicAts.has(word)

/** Whether a word is a dot in Turkish, Uzbek or Kazakh. */
export const isTurkicDot = (word: string): boolean => turkicDots.has(word)

/** Words for what is behind the dot, which stand for the dot right before a top level: "домен яндекс, зона ру", "rug-house period com". */
export const dotNouns: ReadonlySet<string> = new Set(
  "зона зоне зону зоной домен домене доменом пойнт поинт пункт point period окончание окончанием".split(" ")
)

/** Whether a word is one of those, in any case. */
export const isDotNoun = (word: string): boolean => dotNouns.has(word)

/** "доменная зона ру" */
export const domainAdjectives: ReadonlyArray<string> = ["доменная", "доменной"]

/** Whether a word says before such a noun that it is one of a domain. */
export const isDomainAdjective = (word: string): boolean => domainAdjectives.includes(word)

/** Where the top level stands: "knopka-svet, на конце ru". */
export const nameEnd = "конце"

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
  (
    "потом затем дальше далее и следом then and sonra keyin кейін кейин нижнее нижний ну вы ты поняли понял поняла знаете это там такая такой " +
    "знак значок символ ставим пишем ставите пишете ставьте пишите после через сразу идет идёт стоит будет опять снова еще ещё а в на " +
    "домен домене доменная доменной почтовик почтовике почтовый сервис сервисе сервер сервере thing the a " +
    "слово слова словом буквы буквами букв две три двумя тремя латиницей кириллицей английскими английские латинские латинскими маленькими " +
    "маленькие строчными набираете набираем дописываете дописываем допишите добавляете добавляем добавите добавьте прибавьте припишите печатаете вводите вбиваете word letters type"
  ).split(" ")
)

/** Whether a word may stand between the parts of an address and says none of them. */
export const isAddressFiller = (word: string): boolean => fillers.has(word)

/** In brackets: "(at)", "[точка]", "(kuyruklu a)". */
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

/** What stands within brackets says; undefined for anything else. */
export const bracketedRoleOf = (inner: string): SignRole | undefined =>
  signRoleOf(inner) ??
  bracketed.get(inner) ??
  inWords.get(inner) ??
  (isDotNoun(inner) && /^[a-zй-п]/.test(inner) ? "dot" : undefined) ??
  roleOfLetters(inner) ??
  roleBehindWords(inner)

/** "потом точка", "поставить собаку": what is said before a sign. */
const roleBehindWords = (inner: string): SignRole | undefined => {
  const blank = inner.lastIndexOf(" ")
  return blank > 0 &&
    /^(?:потом|затем|дальше|тут|здесь|поставить|поставьте|ставим|добавьте|добавить|допишите|нужна|идет|then|put|add|here)$/.test(
      inner.slice(0, blank)
    )
    ? signRoleOf(inner.slice(blank + 1))
    : undefined
}

/** "a t", "d.o.t", "т-о-ч-к-а": one sign stands between all letters of a word. */
const roleOfLetters = (inner: string): SignRole | undefined =>
  /^\p{L}([ ._-])\p{L}(?:\1\p{L})*$/u.test(inner) ? signRoleOf(inner.replaceAll(inner.charAt(1), "")) : undefined

/** Signs that are said in two or three words. */
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

/** Whether a sign that is said in several words may begin with this one. */
export const opensSign = (word: string): boolean => firstWords.has(word)

/** The sign that two or three words say; undefined for any others. */
export const signOfWords = (words: string): SignRole | undefined => inWords.get(words)

/** Words for @ in Latin letters, which names are written in too. */
const latinAts = new Set("dog doggy doggie kuchuk itcha pes pesik psina et monkey snail swirl ulitka gavka".split(" "))

/** Words that are said before a post office of another thing than a mailbox, and join what is none. */
const joinsOthers = new Set(
  (
    "и или либо а но да не с со от ото из для через по под про без до за у к ко о об при над между как где это есть был будет был нет " +
    "мой моя моё наш наша наше ваш ваша ваше свой почта почту почте почты письмо сайт сайте сервис сервиса аккаунт аккаунта ящик логин пароль " +
    "поиск поиске поиском браузер браузера карта карты карте такси музыка еда маркет and or of for via with from by to your our the a an is"
  ).split(" ")
)

/** After one of these a post office is one that a mailbox is on: "kovka24 на мейл ру". */
const onOffice = new Set("на on в in".split(" "))

/** How a word between a name and a post office may stand for @: as one for the sign, or as a preposition. */
export type LooseAt = "said" | "on"

/**
 * What a word other than the usual ones may be between a name and a post office; undefined when it is none. People call @ whatever they
 * like there ("кракозябра"): any Cyrillic word does that joins no others.
 */
export const looseAtOf = (word: string): LooseAt | undefined => {
  if (onOffice.has(word)) return "on"
  return latinAts.has(word) || (/^[а-яё-]{2,}$/.test(word) && !joinsOthers.has(word)) ? "said" : undefined
}

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

const mailPictures = new Set("📧✉📩📨📬📭📮🐾🌀🦴🐌🍥🔄")

/** A picture of mail, of a dog's track or of a swirl, which looks like an @ before a post office. */
export const isMailPicture = (character: string): boolean => mailPictures.has(character)

const thickDots = new Set("·•∙⋅●◦∘⚫⚪🔴🔵🟢🟡⏺🔘")

/** A sign that looks like a dot also where a blank stands beside it. */
export const isThickDot = (character: string): boolean => thickDots.has(character)
