import type { AddressToken } from "./AddressToken.ts"

const mailWord =
  /^(?:почт(?:а|у|е|ы|ой)?|эл?почт[ауеы]|мыл(?:о|а|у|ом|ьце)|электронк[ауеи]|ящик(?:а|е|у)?|имейл|емейл|имэйл|емэйл|e-?mail|email|mailbox|inbox|posta|e-posta|eposta|pochta|pochtam|пошта|поштасы|eлектронная)$/

/** Whether a text mentions mail or the name of @, or has an @ between blanks or brackets that explains another sign. */
export const speaksOfMail = (tokens: ReadonlyArray<AddressToken>): boolean =>
  tokens.some(
    ({ kind, value, role }, index) =>
      (role === "at" && value.length > 2) ||
      (kind === "label" && mailWord.test(value)) ||
      (value === "@" && tokens[index + 1]?.kind !== "label") ||
      (value === "mail" && tokens[index + 1]?.value !== "." && tokens[index - 1]?.kind !== "sign") ||
      (value === "邮" && tokens[index + 1]?.value === "箱")
  )
