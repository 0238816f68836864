import { letterNamed } from "./letterNames.ts"

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
    гмэил: "gmail",
    гмеил: "gmail",
    джимеил: "gmail",
    джимэил: "gmail",
    гугломыло: "gmail",
    жмэйл: "gmail",
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
    ютюб: "youtube",
    дискорд: "discord",
    инстаграм: "instagram",
    инста: "instagram",
    таплинк: "taplink",
    бит: "bit",
    клк: "clck",
    mejl: "mail",
    meyl: "mail",
    dzhimejl: "gmail",
    dzhimeyl: "gmail",
    jimeyl: "gmail",
    jmail: "gmail",
    yandeks: "yandex",
    тэ: "t",
    ти: "t",
    т: "t"
  })
)

export const spokenName = (label: string): string => spokenNames.get(label) ?? label

const postOffices = new Set(
  "mail yandex ya gmail rambler bk list inbox outlook hotmail yahoo icloud proton protonmail fastmail zoho gmx mailru qq 163 126 foxmail sina".split(
    " "
  )
)

/** Endings of the names of post offices as they are declined, also behind Latin letters: "на джимейле", "gmail-е", "мейловский". */
const caseEnding = /[-'’]?(?:е|у|а|ом|овск(?:ий|ая|ой|ую|ом)|ск(?:ий|ая|ой|ую|ом))$/

/** Whether a name is one of a post office, so that what stands before it is a mailbox. */
export const isPostOffice = (name: string): boolean => officeOf(name) !== undefined

/** The name of a post office as it is typed, whatever case it is in; undefined for any other name. */
export const officeOf = (name: string): string | undefined => {
  const typed = spokenName(name)
  if (postOffices.has(typed)) return typed
  if (name.length < 5 || !caseEnding.test(name)) return undefined
  const stem = spokenName(name.replace(caseEnding, ""))
  return postOffices.has(stem) ? stem : undefined
}

/** What people call post offices right behind an @, but would call other things elsewhere: "собака гугл точка ком". */
const nicks = new Map(
  Object.entries({
    гугл: "gmail",
    гугле: "gmail",
    google: "gmail",
    яша: "yandex",
    яшка: "yandex",
    мыло: "mail",
    жмыло: "gmail",
    гмыло: "gmail",
    мэйлру: "mailru",
    мейлру: "mailru",
    маилру: "mailru"
  })
)

/** The post office that a nick name is of; undefined for any other word. */
export const nickOfOffice = (word: string): string | undefined =>
  nicks.get(word) ?? (/^гуглов(?:ая|ой|ую|ский|ском|ской)$|^гугл-?(?:почт|мыл)/.test(word) ? "gmail" : undefined)

/** Every name of a post office, typed and as it is said, in no case. */
export const officeNames: ReadonlyArray<string> = [
  ...postOffices,
  ...[...spokenNames].filter(([, typed]) => postOffices.has(typed)).map(([said]) => said),
  ...nicks.keys()
]

/** The post office that words right behind an @ name together: "джи мейл", "бэ ка", "эм эй ай эл"; undefined when they name none. */
export const officeOfPieces = (pieces: ReadonlyArray<string>): string | undefined => {
  const written = pieces.join("")
  const typed = pieces.map((piece) => letterNamed(piece) ?? spokenName(piece)).join("")
  return nicks.get(written) ?? officeOf(written) ?? (pieces.length > 1 ? officeOf(typed) : undefined)
}

const topsOfOffices = new Map(
  Object.entries({ mail: "ru", yandex: "ru", ya: "ru", rambler: "ru", bk: "ru", inbox: "ru", list: "ru", mailru: "ru" })
)

/** The top level that a post office is known under. */
export const topOfOffice = (office: string): string => topsOfOffices.get(office) ?? "com"
