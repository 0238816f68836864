import { letterNamed } from "./letterNames.ts"

/** Spoken Cyrillic names of well-known sites and mail providers. */
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

/** Case endings of the names of mail providers, also after Latin letters: "на джимейле", "gmail-е", "мейловский". */
const caseEnding = /[-'’]?(?:е|у|а|ом|овск(?:ий|ая|ой|ую|ом)|ск(?:ий|ая|ой|ую|ом))$/

/** Whether a name is that of a mail provider, so that a mailbox precedes it. */
export const isPostOffice = (name: string): boolean => officeOf(name) !== undefined

/** The typed name of a mail provider in any grammatical case; undefined for any other name. */
export const officeOf = (name: string): string | undefined => {
  const typed = spokenName(name)
  if (postOffices.has(typed)) return typed
  if (name.length < 5 || !caseEnding.test(name)) return undefined
  const stem = spokenName(name.replace(caseEnding, ""))
  return postOffices.has(stem) ? stem : undefined
}

/** Nicknames of mail providers right after an @, which have other meanings elsewhere: "собака гугл точка ком". */
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

/** The mail provider with this nickname, if any. */
export const nickOfOffice = (word: string): string | undefined =>
  nicks.get(word) ?? (/^гуглов(?:ск)?(?:ая|ой|ую|ий|ом|ое)$|^гугл-?(?:почт|мыл)/.test(word) ? "gmail" : undefined)

/** The names of all mail providers, typed and spoken, in the nominative. */
export const officeNames: ReadonlyArray<string> = [
  ...postOffices,
  ...[...spokenNames].filter(([, typed]) => postOffices.has(typed)).map(([spoken]) => spoken),
  ...nicks.keys()
]

/** The mail provider that words right after an @ form together, if any: "джи мейл", "бэ ка", "эм эй ай эл". */
export const officeOfPieces = (pieces: ReadonlyArray<string>): string | undefined => {
  const written = pieces.join("")
  const typed = pieces.map((piece) => letterNamed(piece) ?? spokenName(piece)).join("")
  return nicks.get(written) ?? officeOf(written) ?? (pieces.length > 1 ? officeOf(typed) : undefined)
}

const topsOfOffices = new Map(
  Object.entries({ mail: "ru", yandex: "ru", ya: "ru", rambler: "ru", bk: "ru", inbox: "ru", list: "ru", mailru: "ru" })
)

/** The usual top-level domain of a mail provider. */
export const topOfOffice = (office: string): string => topsOfOffices.get(office) ?? "com"
