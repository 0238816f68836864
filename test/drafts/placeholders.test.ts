import { assert, describe, it } from "@effect/vitest"
import { Either } from "effect"
import { makeDraftJudge } from "../../src/check/drafts/judgeDraft.ts"
import { decodeFile } from "../../src/drafts/decodeFile.ts"
import { type HoleSettings, holeJudge } from "../../src/drafts/placeholders/contactHoles.ts"
import { findHoles } from "../../src/drafts/placeholders/findHoles.ts"
import { looseHoles } from "../../src/drafts/placeholders/looseHoles.ts"
import { everySyntax } from "../../src/drafts/placeholders/PlaceholderSyntax.ts"
import { ruleOfName } from "../../src/drafts/placeholders/ruleOfName.ts"
import { defaultSource, readDrafts } from "../../src/drafts/readDrafts.ts"
import { readerOf } from "../../src/drafts/readTexts.ts"
import { shippedRules } from "../engine/shippedRules.ts"

const holes = (text: string) =>
  findHoles(text, everySyntax).map(({ start, end, name }) => [text.slice(start, end), name])

/** The findings in a text file: the rule, and the bytes at its places. */
const judge = async (text: string, settings: HoleSettings = {}) => {
  const bytes = new TextEncoder().encode(text)
  const file = Either.getOrThrow(decodeFile("a.txt", bytes))
  const { variants } = readDrafts(file, defaultSource("text", await readerOf("text")))
  const judgeDraft = makeDraftJudge({
    ruleSet: shippedRules,
    region: "RU",
    locale: "ru",
    reveal: false,
    holes: holeJudge(settings),
    allowLists: [],
    minConfidence: 0
  })
  return variants.flatMap(judgeDraft).map(({ rule, spans }) => {
    const cut = spans.map(({ start, end }) => new TextDecoder().decode(bytes.subarray(start.byte, end.byte)))
    return `${rule}: ${cut.join("")}`
  })
}

describe("placeholders", () => {
  it("are recognized in every syntax", () => {
    assert.deepStrictEqual(holes("{order_id} {{ x.y }} %s %1$s %(name)s #{y} %{z} <%= w %> {0} {n, number, integer}"), [
      ["{order_id}", "order_id"],
      ["{{ x.y }}", "x.y"],
      ["%s", ""],
      ["%1$s", ""],
      ["%(name)s", "name"],
      ["#{y}", "y"],
      ["%{z}", "z"],
      ["<%= w %>", "w"],
      ["{0}", "0"],
      ["{n, number, integer}", "n"]
    ])
    assert.deepStrictEqual(holes('{{ agent.name | default: "да" }}{% if x == 1 %}{{{raw}}}'), [
      ['{{ agent.name | default: "да" }}', "agent.name"],
      ["{% if x == 1 %}", "if"],
      ["{{{raw}}}", "raw"]
    ])
  })

  it("are recognized after a dollar sign", () => {
    const written = ["$", "{x}"].join("")
    assert.deepStrictEqual(holes(written), [[written, "x"]])
  })

  it("are not just anything in braces or after a percent sign", () => {
    const texts = [
      "{89265550142}",
      "{shop.ru}",
      "{{напишите в телеграм}}",
      "скидка 50% сразу",
      "%d0%bf",
      "{a: b@c.ru}",
      "{{8 926 555 01 42}}",
      "{курьер:+79265550142}",
      ["$", "{наш:89265550142}"].join(""),
      "{x, number, +79265550142}",
      "{x, date, звоните +7 926 555-01-42}",
      "{% позвоните нам завтра %}",
      "<% +7 926 555-01-42 %>",
      "{{ ivan@shop.ru }}",
      "{{https://shop.ru/a}}",
      "{% пишите в вацап %}"
    ]
    assert.deepStrictEqual(texts.flatMap(holes), [])
    assert.strictEqual(holes("{% if name == 'x' and заказ %}{n, number, integer}{цена:.2f}").length, 3)
  })

  it("separate numbers and addresses, but not sentences", async () => {
    assert.deepStrictEqual(await judge("Заказ 8{x}9265550142 готов"), [])
    assert.deepStrictEqual(await judge("Заказ 8 926 {x} 555 01 42 готов"), [])
    assert.deepStrictEqual(await judge("Это magazin{x}ru, спасибо"), [])
    assert.deepStrictEqual(await judge("Это тел. {x} 8 926 555-01-42"), ["phone-number: 8 926 555-01-42"])
    assert.deepStrictEqual(await judge("Скажите, {client_name}, ваш номер телефона"), [
      "contact-request: Скажите, {client_name}, ваш номер телефона"
    ])
    assert.deepStrictEqual(await judge("https://market.yandex.ru/my/order/{order_id}"), [])
  })

  it("that may be words are judged as words and by their names", async () => {
    assert.deepStrictEqual(await judge("Наш менеджер [телефон], {телефон} и %PHONE%, $shop_url, #shop_email#"), [
      "phone-number: [телефон]",
      "phone-number: {телефон}",
      "phone-number: %PHONE%",
      "outbound-link: $shop_url",
      "email-address: #shop_email#"
    ])
    assert.deepStrictEqual(await judge("{{напишите в телеграм}}"), ["messenger-contact: напишите в телеграм"])
    assert.deepStrictEqual(await judge("[номер +7 926 555-01-42]"), ["phone-number: +7 926 555-01-42"])
    assert.deepStrictEqual(await judge("[Имя клиента], %NAME%, $order_id, [ссылка](https://market.yandex.ru/my)"), [])
  })

  it("are findings if they will be filled with a contact", async () => {
    assert.deepStrictEqual(await judge("Менеджер: {{ agent.phone_number }}, {shop_url}, {manager_email}, {telegram}"), [
      "phone-number: {{ agent.phone_number }}",
      "outbound-link: {shop_url}",
      "email-address: {manager_email}",
      "messenger-contact: {telegram}"
    ])
    assert.deepStrictEqual(
      await judge("Заказ {order_id}, {{ customer.first_name }}, %s, {phone_model}, {has_phone}"),
      []
    )
    assert.deepStrictEqual(await judge("Смотрите https://{host}/a и {name}.ru"), [
      "outbound-link: {host}",
      "outbound-link: {name}"
    ])
  })

  it("are judged by the configuration first", async () => {
    const text = "Где заказ: {tracking_url}. {hotline_a}"
    assert.deepStrictEqual(await judge(text), ["outbound-link: {tracking_url}"])
    assert.deepStrictEqual(await judge(text, { safe: ["tracking_*"], "phone-number": ["hotline*"] }), [
      "phone-number: {hotline_a}"
    ])
  })

  it("are judged by their names", () => {
    const named = {
      agentPhoneNumber: "phone-number",
      "shop.web-site": "outbound-link",
      shopSite: "outbound-link",
      e_mail: "email-address"
    }
    for (const [name, rule] of Object.entries(named)) assert.strictEqual(ruleOfName(name), rule, name)
    assert.strictEqual(ruleOfName("market_url"), undefined)
    assert.strictEqual(ruleOfName("card_number"), "payment-card")
    assert.strictEqual(ruleOfName("телефон"), "phone-number")
  })

  it("are judged by the word order and inflection of the language", () => {
    const named: Readonly<Record<string, string | undefined>> = {
      телефон_курьера: "phone-number",
      номер_телефона: "phone-number",
      номер_контактного_телефона: "phone-number",
      "Телефон магазина": "phone-number",
      контактный_телефон: "phone-number",
      почта_магазина: "email-address",
      адрес_электронной_почты: "email-address",
      ссылка_на_оплату: "outbound-link",
      адрес_сайта: "outbound-link",
      ник_в_телеграме: "messenger-contact",
      карта: "payment-card",
      номер_карты: "payment-card",
      phone_of_courier: "phone-number",
      link_for_payment: "outbound-link",
      "courier.phones.first": "phone-number",
      getPhone: "phone-number",
      "shop.whatsApp": "messenger-contact",
      "shop.whats_app": "messenger-contact",
      card_no: "payment-card",
      bankCard: "payment-card",
      客服电话: "phone-number",
      手机号码: "phone-number",
      微信号: "messenger-contact",
      модель_телефона: undefined,
      текст_ссылки: undefined,
      чехол_для_телефона: undefined,
      почта_россии: undefined,
      ссылка_на_маркет: undefined,
      есть_телефон: undefined,
      карта_лояльности: undefined,
      gift_card: undefined,
      phone_model: undefined,
      name_of_phone: undefined,
      订单号: undefined
    }
    for (const [name, rule] of Object.entries(named)) assert.strictEqual(ruleOfName(name), rule, name)
  })

  it("are findings in every syntax", async () => {
    for (const hole of [
      "{телефон_курьера}",
      "{{ телефон_магазина }}",
      "{{ Телефон магазина }}",
      "{phone number}",
      '{{courier["phone"]}}',
      "{{ courier.phones.first }}",
      ["$", "{getPhone()}"].join(""),
      "{{ field('phone') }}",
      "{phone|upper}",
      "{phone, string}",
      "{phone?}",
      "<%= phone %>",
      "{{> phone}}"
    ]) {
      const found = await judge(`Ждём вас, ${hole}`)
      assert.strictEqual(found.length, 1, hole)
      assert.match(found[0] ?? "", /^phone-number: /, hole)
    }
  })

  it("that output nothing are not contacts", async () => {
    for (const text of [
      "{{#phone}}Номер уже указан в заказе{{/phone}}{{^phone}}Спасибо за заказ{{/phone}}",
      "{{~#if phone}}Спасибо{{/if}}",
      "{{! phone }}Спасибо",
      "<% phone = 1 %>Спасибо",
      "{{ t('phone') }}",
      "{hello|world}, {n, number}"
    ]) {
      assert.deepStrictEqual(await judge(text), [], text)
    }
  })

  it("of ICU messages are judged branch by branch, each with its surroundings", async () => {
    const text =
      "{n, plural, one {# заказ, номер 8 926 555-01-42} few {# заказа} other {{who, select, a {пишите в телеграм} other {да}}}}. Это ''наш'' '{'x'}'"
    assert.deepStrictEqual(await judge(text), ["phone-number: 8 926 555-01-42", "messenger-contact: пишите в телеграм"])
    assert.deepStrictEqual(await judge("{n, plural, one {8 926} other {7}} 555-01-42"), [
      "phone-number: 8 926 555-01-42"
    ])
    assert.deepStrictEqual(await judge("{n, plural, one {8 926 555-01-42} other {"), ["phone-number: 8 926 555-01-42"])
    // Combinations of branches are judged too.
    const together = "Курьер {a, select, x {+7 926} other {нет}} {b, select, y {555-01-42} other {нет}}"
    assert.deepStrictEqual(await judge(together), ["phone-number: +7 926 555-01-42"])
  })

  it("of Liquid are judged with their fallbacks", async () => {
    assert.deepStrictEqual(await judge('Звонок: {{ agent.name | default: "8 926 555-01-42" }}'), [
      "phone-number: 8 926 555-01-42"
    ])
    assert.deepStrictEqual(await judge("{% assign t = 'наш сайт magazin.ru' %}Да"), ["outbound-link: magazin.ru"])
  })

  it("are found in linear time", () => {
    for (const text of [
      "{".repeat(200_000),
      "%".repeat(200_000),
      "{%".repeat(100_000),
      "<%".repeat(100_000),
      "{{a|".repeat(50_000),
      "[a ".repeat(50_000),
      "{{ ".repeat(50_000),
      "%a".repeat(50_000)
    ]) {
      assert.isArray(findHoles(text, everySyntax))
      assert.isArray(looseHoles(text, everySyntax, []))
    }
  })
})
