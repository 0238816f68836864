import { describe, expect, it } from "vitest"
import { deliveryLines } from "../../src/commands/deliveryLines.ts"
import { BusinessId } from "../../src/domain/Business.ts"
import { type DeliveryState, newDeliveryState, type WaitingMail } from "../../src/mail/DeliveryProgress.ts"
import { type MailError, TemporaryRefusal, Unreachable } from "../../src/mail/MailError.ts"

const now = Date.parse("2026-11-22T00:15:00Z")

const waiting = (recipient: string, error: MailError, seconds: number): readonly [string, WaitingMail] => [
  recipient,
  {
    mail: {
      businessId: BusinessId.make("1001"),
      runId: "run-1",
      kind: "digest",
      recipient,
      messageId: recipient,
      sender: "bot@shop.example",
      state: "temporary"
    },
    error,
    until: now + seconds * 1000
  }
]

const shown = (facts: Partial<DeliveryState>, locale: "en" | "ru" = "en") =>
  deliveryLines({ ...newDeliveryState(), ...facts }, now, { locale, timeZone: "Europe/Moscow" })

describe("the progress of a delivery", () => {
  it("shows whom it waits for, why, until when and how long, the soonest first, with masked addresses", () => {
    const state = {
      mails: 3,
      sent: 1,
      waiting: new Map([
        waiting("anna@shop.example", new TemporaryRefusal({ status: 451, answer: "Greylisted\u001b[2J" }), 240),
        waiting("boris@shop.example", new Unreachable({ server: "mail.example:25", reason: "timeout" }), 25)
      ])
    }
    expect(shown(state)).toEqual([
      "mails: 1 of 3 sent",
      "  b•••@shop.example: the server cannot be reached; next attempt at 03:15:25, in 0:25",
      "  a•••@shop.example: the server does not accept it at the moment (451 Greylisted␛[2J); next attempt at 03:19:00, in 4:00"
    ])
    expect(shown(state, "ru")[1]).toBe("  b•••@shop.example: нет связи с сервером; снова в 03:15:25, через 0:25")
  })

  it("is a few lines, however many mails wait", () => {
    const refusal = new TemporaryRefusal({ status: 451, answer: "later" })
    const many = new Map(Array.from({ length: 40 }, (_, index) => waiting(`r${index}@shop.example`, refusal, 60)))
    const lines = shown({ mails: 40, waiting: many })
    expect(lines.length).toBe(6)
    expect(lines.at(-1)).toBe("  36 more mails are waiting")
  })

  it("says that another process is sending", () => {
    expect(shown({ isAnotherSending: true })).toEqual(["mails: waiting for another chatlint process to finish sending"])
  })
})
