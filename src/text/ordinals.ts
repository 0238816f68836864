/** Ordinals that stand for a digit when a number is dictated; with е for ё. */
const digits = new Map<string, string>()

const add = (lines: string): void => {
  for (const line of lines.trim().split("\n")) {
    const [digit, ...words] = line.trim().split(" ")
    for (const word of words) digits.set(word, digit ?? "")
  }
}

add(`
  0 нулевой нулевая нулевое нулевую zeroth
  1 первый первая первое первую first
  2 второй вторая второе вторую second
  3 третий третья третье третью third
  4 четвертый четвертая четвертое четвертую fourth
  5 пятый пятая пятое пятую fifth
  6 шестой шестая шестое шестую sixth
  7 седьмой седьмая седьмое седьмую seventh
  8 восьмой восьмая восьмое восьмую eighth
  9 девятый девятая девятое девятую ninth
`)

/** All ordinals, folded. */
export const ordinals: Iterable<string> = digits.keys()

/** The digit that an ordinal may stand for; undefined for any other word. `word` is folded. */
export const ordinalDigit = (word: string): string | undefined =>
  digits.get(word.includes("ё") ? word.replaceAll("ё", "е") : word)
