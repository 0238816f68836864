/** Names of Latin letters in Russian, English, Turkish and Uzbek pronunciation. */
const names = new Map<string, string>()

const add = (letter: string, words: string): void => {
  for (const word of words.split(" ")) names.set(word, letter)
}

add("a", "а эй")
add("b", "б би бэ")
add("c", "ц си цэ сэ")
add("d", "д ди дэ")
add("e", "е э")
add("f", "ф эф")
add("g", "г джи гэ жэ gee")
add("h", "х эйч аш ха")
add("i", "и ай")
add("j", "й джей йот")
add("k", "к кей ка")
add("l", "л эл эль")
add("m", "м эм")
add("n", "н эн")
add("o", "о оу")
add("p", "п пи пэ")
add("q", "кью ку")
add("r", "р ар эр")
add("s", "с эс")
add("t", "т ти тэ")
add("u", "у ю")
add("v", "в ви вэ")
add("x", "икс экс")
add("y", "игрек уай вай")
add("z", "з зет зэт зэ зед")

/** The letter that a word names, or that it consists of; undefined for any other word. */
export const letterNamed = (word: string): string | undefined =>
  names.get(word) ?? (/^[a-z]$/.test(word) ? word : undefined)
