/**
 * What a number word says. `value` is at most 1000; "hundred" and "thousand" multiply what stands before them ("beş yüz", "две тысячи"), "repeat" says the next
 * digit so many times ("double five", "дважды").
 */
export interface Numeral {
  readonly kind: "zero" | "unit" | "teen" | "tens" | "hundreds" | "hundred" | "thousand" | "repeat"
  readonly value: number
  /** A digit as a thing that is counted: "два нуля", "три пятёрки". */
  readonly counted: boolean
  /** Also an everyday word of this language or of another ("он", "on", "o"): a numeral only beside others of its language. */
  readonly weak: boolean
  readonly language: NumeralLanguage
}

export type NumeralLanguage = "slavic" | "english" | "turkic" | "chinese" | "roman" | "pinyin"
