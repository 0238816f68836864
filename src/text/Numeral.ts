/**
 * The meaning of a number word. `value` is at most 1000. "hundred" and "thousand" multiply the numeral before them
 * ("beş yüz", "две тысячи"); "repeat" repeats the next digit `value` times ("double five", "дважды").
 */
export interface Numeral {
  readonly kind: "zero" | "unit" | "teen" | "tens" | "hundreds" | "hundred" | "thousand" | "repeat"
  readonly value: number
  /** A digit used as a countable noun: "два нуля", "три пятёрки". */
  readonly counted: boolean
  /**
   * Also an everyday word of this or another language ("он", "on", "o"): a numeral only next to others of its language.
   */
  readonly weak: boolean
  readonly language: NumeralLanguage
}

export type NumeralLanguage = "slavic" | "english" | "turkic" | "chinese" | "roman" | "pinyin"
