/** A text of about so many characters that could be slow to judge. */
export interface WorstInput {
  readonly name: string
  readonly make: (length: number) => string
}

const repeated = (piece: string): WorstInput => ({
  name: JSON.stringify(piece),
  make: (length) => piece.repeat(Math.ceil(length / piece.length))
})

const between = (name: string, opening: string, piece: string, closing: string): WorstInput => ({
  name,
  make: (length) => opening + piece.repeat(Math.ceil(length / piece.length)) + closing
})

/** What could make an engine slow: repetitions of all that a detector begins with, long words, long chains, marks without end. */
export const worstInputs: ReadonlyArray<WorstInput> = [
  repeated("."),
  repeated("8 "),
  repeated("а"),
  repeated("t.me"),
  repeated("t.me "),
  repeated("@"),
  repeated("a@"),
  repeated("a@b.ru "),
  repeated("(at)"),
  repeated("1"),
  repeated("12-"),
  repeated("8926"),
  repeated("+7 926 "),
  repeated("8 (926) 123-45-67 "),
  repeated("4111 1111 1111 1111 "),
  repeated("девятьсот "),
  repeated("один два "),
  repeated("т е л е "),
  repeated("точка "),
  repeated("собака точка ру "),
  repeated("a.b."),
  repeated("a-"),
  repeated("xn--"),
  repeated("http://"),
  repeated("https://a.ru/"),
  repeated("напишите "),
  repeated("пришлите ваш "),
  repeated("не пришлите номер телефона "),
  repeated("пишите в ватсап "),
  repeated("переведите на карту "),
  repeated("тeлeфoн "),
  repeated("&#46;"),
  repeated("&amp"),
  repeated("e\u0301\u0301\u0301"),
  repeated("\u200b"),
  repeated("8\ufe0f\u20e3"),
  repeated("🅰️"),
  repeated("\ud83d"),
  repeated("一三八"),
  repeated("加我微信"),
  between("a word after a dot, without end", "shop.", "ru", ""),
  between("one mark after the other", "a", "\u0323", ""),
  between("brackets that nothing closes", "", "(", ""),
  between("one long host", "https://", "a.", "ru/"),
  between("a mailbox without end", "", "a.", "@mail.ru")
]
