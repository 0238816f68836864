import type { Numeral, NumeralLanguage } from "./Numeral.ts"

/** Keyed without apostrophes and with е for ё: "п'ять" is looked up as "пять", "to'qson" as "toqson". */
const known = new Map<string, Numeral>()

const add = (language: NumeralLanguage, lines: string, more: Partial<Numeral> = {}): void => {
  for (const line of lines.trim().split("\n")) {
    const [number, ...words] = line.trim().split(/\s+/)
    const value = Number(number)
    for (const word of words) {
      known.set(word, { kind: kindOfValue(value), value, counted: false, weak: false, language, ...more })
    }
  }
}

const kindOfValue = (value: number): Numeral["kind"] => {
  if (value === 0) return "zero"
  if (value < 10) return "unit"
  if (value < 20) return "teen"
  return value < 100 ? "tens" : "hundreds"
}

// Russian in all cases, with common misspellings and the names of digits.
add(
  "slavic",
  `
  0 ноль нуль ноля нуля нолю нулю нолем нулем ноле нуле нолик нулик ноликом нулевой нулевая зеро нолек нулек
  1 один одна одно одного одной одному одним одну адин единица единицу единицей единичка единичку еденица еденичка
  2 два две двух двум двумя двойка двойку двоечка двоечку двоека
  3 три трех трем тремя тройка тройку троечка троечку тры
  4 четыре четырех четырем четыри читыре четверка четверку четверочка четверочку
  5 пять пяти пятью пат пятерка пятерку пятерочка пятерочку пятера
  6 шесть шести шестью шэсть шесьть шестерка шестерку шестерочка шестерочку
  7 семь семи семью сем семерка семерку семерочка семерочку симь
  8 восемь восьми восемью восьмью восем восимь восьмерка восьмерку восьмерочка восьмерочку
  9 девять девяти девятью девить дивять девятка девятку девяточка девяточку
  10 десять десяти десятью десятка десятку десяточка десить
  11 одиннадцать одинадцать одиннадцати одинадцати одинацать одинадцат одинатцать
  12 двенадцать двенадцати двенацать двинадцать двенатцать
  13 тринадцать тринадцати тринацать тренадцать
  14 четырнадцать четырнадцати четырнацать четырнатцать
  15 пятнадцать пятнадцати пятнацать питнадцать
  16 шестнадцать шестнадцати шеснадцать шестнацать шеснацать
  17 семнадцать семнадцати семнацать
  18 восемнадцать восемнадцати восемнацать восемьнадцать
  19 девятнадцать девятнадцати девятнацать девитнадцать
  20 двадцать двадцати двацать двадцатка двадцатку двацати
  30 тридцать тридцати трицать трицати тридцатка
  40 сорок сорока сороковка
  50 пятьдесят пятидесяти пядесят пятдесят писят пядисят пейсят пятьдесять
  60 шестьдесят шестидесяти шестдесят шесят шиисят шисят шейсят шестьдесять
  70 семьдесят семидесяти семдесят семьдесять
  80 восемьдесят восьмидесяти восемдесят восьмдесят восемьдесять
  90 девяносто девяноста девяносто девяноса
  100 сто ста сотка сотку соточка
  200 двести двухсот двесте двест двесть
  300 триста трехсот тристо трыста триста
  400 четыреста четырехсот четырест четреста четыресто четверста
  500 пятьсот пятисот пятсот пятсотка пицот пиццот пятьсод питсот
  600 шестьсот шестисот шестсот шессот шесот
  700 семьсот семисот семсот
  800 восемьсот восьмисот восемсот
  900 девятьсот девятисот девятсот дивятьсот девяцот девятцот девятсод
  `
)
add(
  "slavic",
  `
  0 нуля нулей нолика ноликов нули нулика нуликов нолей ноля
  1 единицы единиц единички единичек
  2 двойки двоек двоечки
  3 тройки троек троечки
  4 четверки четверок четверочки
  5 пятеры пятерки пятерок пятерочки пятерочек
  6 шестерки шестерок шестерочки
  7 семерки семерок семерочки семерочек
  8 восьмерки восьмерок восьмерочки
  9 девятки девяток девяточки
  `,
  { counted: true }
)
// Colloquial names of digits and banknotes; in a phone number, other figures stand next to them.
add(
  "slavic",
  `
  2 двушка двушку
  3 трешка трешку треха
  6 шестера шестеру
  7 семера семеру
  8 восьмера восьмеру
  9 девятера
  10 чирик червонец
  50 полтинник полтинничек полтос
  100 стольник
  500 пятихатка пятихатку
  `,
  { weak: true }
)
add("slavic", "2 дважды\n3 трижды\n4 четырежды", { kind: "repeat" })
// Ukrainian and Belarusian words that differ from the Russian ones.
add(
  "slavic",
  `
  1 адзін адна адно
  2 дві дзве
  3 тры
  4 чотири чатыры
  5 пять пяць
  6 шість шэсць
  7 сім
  8 вісім
  9 девять дзевяць
  10 десять дзесяць
  11 одинадцять адзінаццаць
  12 дванадцять дванаццаць
  13 тринадцять трынаццаць
  14 чотирнадцять чатырнаццаць
  15 пятнадцять пятнаццаць
  16 шістнадцять шаснаццаць
  17 сімнадцять сямнаццаць
  18 вісімнадцять васямнаццаць
  19 девятнадцять дзевятнаццаць
  20 двадцять дваццаць
  30 тридцять трыццаць
  50 пятдесят пяцьдзясят
  60 шістдесят шэсцьдзесят
  70 сімдесят семдзесят
  80 вісімдесят восемдзесят
  90 дев'яносто девяносто дзевяноста
  200 двісті дзвесце
  300 триста трыста
  400 чотириста чатырыста
  500 пятсот пяцьсот
  600 шістсот шэсцьсот
  700 сімсот семсот
  800 вісімсот восемсот
  900 девятсот дзевяцьсот
  `
)
// Russian in Latin letters, as typed without a Russian keyboard.
add(
  "slavic",
  `
  0 nul nolik
  1 odin adin odna edinica edinitsa
  2 dva dve dvoyka dvoika
  3 tri troyka troika
  4 chetire chetyre
  5 pyat piat pjat pyaterka
  6 shest shesterka
  7 sem semerka
  8 vosem vosiem vosmerka
  9 devyat deviat devjat devyatka
  10 desyat desiat desjat
  11 odinnadcat odinnadtsat odinadcat odinadtsat
  12 dvenadcat dvenadtsat
  13 trinadcat trinadtsat
  14 chetirnadcat chetyrnadcat chetirnadtsat chetyrnadtsat
  15 pyatnadcat piatnadcat pyatnadtsat piatnadtsat
  16 shestnadcat shestnadtsat
  17 semnadcat semnadtsat
  18 vosemnadcat vosemnadtsat
  19 devyatnadcat deviatnadcat devyatnadtsat deviatnadtsat
  20 dvadcat dvadtsat
  30 tridcat tridtsat
  40 sorok
  50 pyatdesyat piatdesiat
  60 shestdesyat shestdesiat
  70 semdesyat semdesiat
  80 vosemdesyat vosemdesiat
  90 devyanosto devianosto
  100 sto
  200 dvesti
  300 trista
  400 chetiresta chetyresta
  500 pyatsot piatsot
  600 shestsot
  700 semsot
  800 vosemsot
  900 devyatsot deviatsot
  `
)
add(
  "english",
  `
  0 zero nought naught nil
  1 one
  2 two
  3 three
  4 four
  5 five
  6 six
  7 seven
  8 eight
  9 nine niner
  10 ten
  11 eleven
  12 twelve
  13 thirteen
  14 fourteen
  15 fifteen
  16 sixteen
  17 seventeen
  18 eighteen
  19 nineteen
  20 twenty
  30 thirty
  40 forty fourty
  50 fifty
  60 sixty
  70 seventy
  80 eighty
  90 ninety ninty
  `
)
// English in Cyrillic letters.
add(
  "english",
  `
  0 зироу зиро
  1 уан
  2 туу
  3 сри фри
  4 фоур
  5 файв
  7 севен сэвен
  8 эйт
  9 найн
  `
)
add("english", "0 оу\n1 ван\n2 ту\n4 фор\n6 сикс", { weak: true })
add("english", "0 oh o owe\n2 to too\n4 for fore\n8 ate", { weak: true })
add("english", "0 zeros zeroes\n1 ones\n2 twos\n3 threes\n4 fours\n5 fives\n6 sixes\n7 sevens\n8 eights\n9 nines", {
  counted: true
})
add("english", "5 fiv faiv fayv\n6 siks\n7 sevn\n8 ait eit\n9 nain", { weak: true })
add("english", "2 double twice\n3 triple treble thrice\n4 quadruple", { kind: "repeat" })
add("english", "100 hundred", { kind: "hundred" })
// Roman numerals in folded form; "x" is missing because it means "times" in measurements.
add("roman", "2 ii\n3 iii\n4 iv\n6 vi\n7 vii\n8 viii\n9 ix", { weak: true })
add("roman", "1 i\n5 v", { weak: true })
// Kazakh.
add(
  "turkic",
  `
  0 нөл нол
  1 бір
  2 екі
  3 үш
  4 төрт
  5 бес
  6 алты
  7 жеті
  8 сегіз
  9 тоғыз
  20 жиырма
  30 отыз
  40 қырық
  50 елу
  60 алпыс
  70 жетпіс
  80 сексен
  90 тоқсан
  `
)
// Kazakh in Russian and in Latin letters.
add(
  "turkic",
  `
  2 eki
  3 уш ush üsh
  6 alty
  7 жети jeti zheti
  8 сегиз segiz
  9 тогыз togyz toğyz
  20 jiyrma zhiyrma
  30 otyz
  40 кырык qyryq kyryk
  50 elu
  60 alpys
  70 жетпис jetpis zhetpis
  90 токсан toqsan toksan
  `
)
// Turkish, also without diacritics.
add(
  "turkic",
  `
  0 sıfır sifir
  1 bir
  2 iki
  3 üç uc
  4 dört dort
  5 beş bes
  6 altı alti
  7 yedi
  8 sekiz
  9 dokuz
  20 yirmi
  30 otuz
  40 kırk kirk
  50 elli
  60 altmış altmis
  70 yetmiş yetmis
  80 seksen
  90 doksan
  `
)
// Uzbek in both scripts, without apostrophes.
add(
  "turkic",
  `
  0 nol нол
  1 bir бир
  2 ikki икки
  3 uch уч
  4 tort turt торт турт тўрт
  5 besh беш
  6 olti олти
  7 yetti етти йетти yeti
  8 sakkiz саккиз sakiz саккис
  9 toqqiz тўққиз туккиз tuqqiz tokkiz
  20 yigirma йигирма
  30 ottiz ўттиз уттиз
  40 qirq қирқ кирк қирк
  50 ellik эллик
  60 oltmish олтмиш
  70 yetmish етмиш
  80 sakson саксон
  90 toqson тўқсон туксон tuqson tokson
  `
)
add("turkic", "10 он on ўн", { weak: true, kind: "tens" })
add("turkic", "100 жүз жуз yüz yuz юз jüz juz zhuz", { kind: "hundred" })
add("slavic", "1000 тысяча тысячи тысяч тыща тыщи тыщ тисяча тисячі тисяч", { kind: "thousand" })
add("english", "1000 thousand", { kind: "thousand" })
add("turkic", "1000 мың минг ming", { kind: "thousand" })
// Chinese in everyday and financial forms, one digit per character.
add(
  "chinese",
  `
  0 零 〇 洞
  1 一 幺 壹 弌
  2 二 两 贰 弍 貳
  3 三 叁 叄 弎 參
  4 四 肆
  5 五 伍
  6 六 陆 陸
  7 七 柒 拐
  8 八 捌
  9 九 玖 勾
  `
)
// Pinyin: most of these are words of other languages too, so they count only when they stand together.
add("pinyin", "0 ling dong\n1 yi yao\n2 er liang\n3 san\n4 si\n5 wu\n6 liu\n7 qi guai\n8 ba\n9 jiu gou", { weak: true })

/** э may be written for е, also where it is not pronounced: "шэсть". */
for (const [word, numeral] of [...known]) {
  const plain = word.replace(/э/g, "е")
  if (plain !== word && !known.has(plain)) known.set(plain, numeral)
}

/** The number words of all languages in their usual spellings and typos, folded. */
export const numeralWords: ReadonlyMap<string, Numeral> = known
