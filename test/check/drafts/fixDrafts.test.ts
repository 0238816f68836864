import { assert, describe, it } from "@effect/vitest"
import { Either, Option } from "effect"
import { draftFindings } from "../../../src/check/drafts/draftFindings.ts"
import { fixDrafts } from "../../../src/check/drafts/fixDrafts.ts"
import type { DraftFinding } from "../../../src/domain/DraftFinding.ts"
import { judgedFile } from "./judgedFile.ts"

const phone = "Номер мастера 8 (926) 555-01-42"
const instead = "Курьер свяжется с вами сам через приложение Маркета."

/**
 * The fixed file, or why it was not fixed; undefined if nothing could be replaced; and the lines of skipped messages.
 */
const fix = async (
  path: string,
  source: string,
  isAccepted: (index: number) => boolean = () => false
): Promise<string | ReadonlyArray<number> | undefined> => {
  const bytes = new TextEncoder().encode(source)
  const judged = await judgedFile(path, source)
  const findings = draftFindings(judged, { region: "RU", reveal: false, framed: true, identityKey: "key" }).map(
    ({ finding }, index): DraftFinding => ({ ...finding, status: isAccepted(index) ? "unchanged" : "new" })
  )
  const { outcome, held } = fixDrafts(judged, findings, bytes)
  if (Option.isNone(outcome)) return held.length > 0 ? held.map(({ line }) => line) : undefined
  return Either.match(outcome.value, {
    onLeft: (refusal) => refusal,
    onRight: ({ bytes: after }) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(after)
  })
}

describe("fixing drafts", () => {
  it("replaces the whole message by the suggestion, quoted as before", async () => {
    const files: ReadonlyArray<readonly [string, string, string]> = [
      ["a.txt", `Да\r\n\r\n${phone}\r\nи ещё\r\n\r\nНет`, `Да\r\n\r\n${instead}\r\n\r\nНет`],
      ["a.md", `- ${phone}\n- да\n`, `- ${instead}\n- да\n`],
      ["a.json", `\uFEFF{"a": "${phone}", "b": 1}`, `\uFEFF{"a": "${instead}", "b": 1}`],
      ["a.jsonl", `{"t":"${phone}"}\n{"t":"да"}\n`, `{"t":"${instead}"}\n{"t":"да"}\n`],
      ["a.yaml", `a: ${phone} # c\nb: да\n`, `a: ${instead} # c\nb: да\n`],
      ["b.yaml", `a: 'It''s ${phone}'\n`, `a: '${instead}'\n`],
      ["c.yaml", `a: "${phone}"\n`, `a: "${instead}"\n`],
      ["d.yaml", `a:\n  - |+ # c\n    ${phone}\n    и\n\n  - да\n`, `a:\n  - |+ # c\n    ${instead}\n\n  - да\n`],
      ["e.yaml", `a: >2-\n   Номер мастера\n  8 (926) 555-01-42\nb: да\n`, `a: >2-\n   ${instead}\nb: да\n`],
      [
        "f.yaml",
        `a: [${phone}, да]\nb: {c: ${phone}, d: да}\n`,
        `a: ["${instead}", да]\nb: {c: "${instead}", d: да}\n`
      ],
      ["b.md", `## ${phone}\n\nда\n`, `## ${instead}\n\nда\n`],
      ["a.csv", `text;b\n"${phone}\n""да""";1\n`, `text;b\n"${instead}";1\n`],
      ["sign.csv", `1;Да, Анна, да\n2;${phone}\n3;да\n`, `1;Да, Анна, да\n2;${instead}\n3;да\n`],
      ["column.csv", `text\n"Да, ${phone}"\nда; нет\n`, `text\n"${instead}"\nда; нет\n`],
      ["b.csv", `text;b\n${phone};1\n`, `text;b\n${instead};1\n`],
      ["b.po", `msgid "\\na\\n"\nmsgstr "\\n${phone}\\n"\n`, `msgid "\\na\\n"\nmsgstr "\\n${instead}\\n"\n`],
      ["a.po", `msgid "a"\nmsgstr ""\n"${phone}\\n"\n"да\\n"\n`, `msgid "a"\nmsgstr "${instead}\\n"\n`]
    ]
    for (const [path, before, after] of files) assert.strictEqual(await fix(path, before), after, path)
  })

  it("does not change what cannot be replaced safely", async () => {
    const files: ReadonlyArray<readonly [string, string]> = [
      ["a.txt", "Да"],
      ["tongue.txt", "+79265550142"],
      ["table.md", `| Вопрос | Ответ |\n|---|---|\n| Где заказ? | В пути |\n| Курьер? | ${phone} |\n`],
      ["bare.md", `Вопрос | Ответ\n---|---\nКурьер? | ${phone}\n`],
      ["front.md", `---\ntitle: Привет\nnote: ${phone}\nid: 5\n---\n\nда\n`],
      ["markup.md", `<div class="x">${phone}</div>\n`],
      ["definition.md", "[1]: https://tea-shop.ru/delivery\n"],
      ["code.md", `\`\`\`\n${phone}\nда\n\`\`\`\n`],
      ["comment.md", `${phone} <!-- да -->\n`],
      ["list.hbs", `<ul><li>${phone}</li><li>да</li></ul>`],
      ["ragged.csv", `id,text\n1,${phone}\n2,да, нет\n`],
      ["title.csv", `Шаблоны\n1;${phone}\n2;да\n`],
      ["lines.csv", `text\n1;${phone}\n2;да;нет\n`],
      ["block.hbs", `{{#if late}}${phone}{{/if}}`]
    ]
    for (const [path, before] of files) assert.isUndefined(await fix(path, before), path)
  })

  it("skips a message with anything that looks like a placeholder, and reports its position", async () => {
    for (const hole of [
      "{order_id}",
      "{имя клиента}",
      "{{ Имя покупателя }}",
      "{Имя, отчество и фамилия нашего покупателя}",
      "%NAME%",
      "%client_name%",
      "%ИМЯ%",
      "[ИМЯ]",
      "[[name]]",
      "[имя клиента]",
      "#NAME#",
      "$name",
      "@name@",
      ":name",
      "<ИМЯ>",
      "<CLIENT_NAME>",
      "‹имя клиента›",
      "%s",
      "{n, plural, one {# день} few {# дня} many {# дней}}",
      "{n, plural, one {# день} other {# дней}}",
      "{n, plural, one {"
    ]) {
      assert.deepStrictEqual(await fix("a.json", `{"a":"${hole}, ${phone}",\n"b":"да"}`), [1], hole)
      assert.deepStrictEqual(await fix("a.yaml", `b: |\n  Да\na: |\n  ${phone}\n  ${hole}\n`), [3], hole)
    }
    for (const words of [`${phone}[^1]`, `[текст][r] ${phone}`]) {
      assert.deepStrictEqual(await fix("a.md", `${words}\n`), [1], words)
    }
    assert.deepStrictEqual(await fix("branches.yaml", `a: "{n, plural, one {${phone}} other {да}}"\n`), [1])
  })

  it("skips a message with suppressed findings", async () => {
    const source = `a: ${phone}, 8 926 555-01-43\nb: ${phone}\n`
    assert.strictEqual(
      await fix("a.yaml", source, (index) => index === 0),
      source.replace(`b: ${phone}`, `b: ${instead}`)
    )
    assert.isUndefined(await fix("a.yaml", source, () => true))
  })

  it("does not take ordinary punctuation for a placeholder", async () => {
    for (const words of [
      "Скидка 50% и ещё 20%:",
      "[Доставка](https://market.yandex.ru/my)",
      "Цена 5$, вес <5 кг:",
      "№ 5 #акция",
      ":)",
      "100 % хлопок, 5 % лён"
    ]) {
      assert.strictEqual(await fix("a.md", `${words} ${phone}\n`), `${instead}\n`, words)
    }
  })

  it("does not change a file that could not be read completely", async () => {
    const files: ReadonlyArray<readonly [string, string]> = [
      ["open.csv", `id,text\n1,"${phone}\n2,Спасибо\n3,да\n`],
      ["open.tsv", `id\ttext\n1\t"${phone}\n2\tСпасибо\n`],
      ["double.yaml", `a: "${phone}\nb: Спасибо\nc: да\n`],
      ["single.yaml", `a: '${phone}\nb: Спасибо\n`],
      ["open.json", `{"a": "${phone}", "b": "да`],
      ["line.jsonl", `{"t":"${phone}"}\n{"t":\n`],
      ["stray.po", `msgid "a"\nmsgstr "${phone}"\nчто-то важное\n"и ещё"\n`]
    ]
    for (const [path, before] of files) assert.strictEqual(await fix(path, before), "unread", path)
  })
})
