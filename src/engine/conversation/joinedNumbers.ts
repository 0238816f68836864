import { leastConfidence } from "../message/Detection.ts"
import { numberCuesOf } from "../rule/numberCuesOf.ts"
import type { Violation } from "../Violation.ts"
import { asksOther, confirmsOther, deniesOther, wantsOther } from "./askedFigures.ts"
import { judgeAsWritten, judgeInOrder, type NumberChain, type NumberMatter } from "./judgeParts.ts"
import { laidOutTelephone } from "./laidOutTelephone.ts"
import { beginsAsMobile, opensAsMobile } from "./mobileOpenings.ts"
import { mayHoldFigures, type NumberFragment, type NumberMessage, readFigures } from "./NumberFragment.ts"
import { isCardInFours, isInFours, longestFragment, type NumberPart, opensMobile } from "./NumberPart.ts"
import { inStatedOrder } from "./placedPieces.ts"
import { isNearInNumber, type ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** The limits for the digits of phones and cards. Number words that combine count more digits than they contribute. */
const fewestDigits = 8
const mostDigits = 19
const mostCounted = 2 * mostDigits

/** The maximum number of the shop's messages between two parts if their words announce the next one ("дальше"). */
const mostBetween = 2

/** The maximum number of digits in a country code. */
const longestCountryCode = 3

/** Fewer digits than in a prefix and area code are taken for the answer to "сколько?". */
const shortestCode = 4

/** How far back an announcement is searched for, in messages of the shop. */
const announcementReach = 3

/**
 * Phone and card numbers whose digits are split across messages: "8 926", "123", "45-67". The parts are joined and
 * judged like one number in one message, with the words of the message before them. Messages with nothing but figures
 * belong together; figures among words only if something announces them or a sign sets them apart.
 */
export const joinedNumbers = (talk: Talk): ReadonlyArray<Violation> => {
  const { ruleSet, shop } = talk
  const holders = shop.flatMap((message, position) => (mayHoldFigures(message, ruleSet) ? [position] : []))
  const openings = new Set(holders.filter((position, index) => mayGoOn(shop, position, holders[index + 1])))
  if (openings.size === 0) return nothing
  return ruleSet.rules.flatMap((rule, index) => {
    const cues = numberCuesOf(rule)
    if (cues === undefined) return nothing
    const announcement = ruleSet.neighbourCues.findIndex((cue) => cue.rule === index && cue.kind === "announcement")
    return new NumberJoiner({ rule, cues, announcement, talk }).join(openings)
  })
}

/** A longer message is about more than a part of a number, unless something announces one. */
const fewWords = 8

/**
 * Whether the figures of a message may continue in the next message with figures. Most have none near or are in prose,
 * and are not read further.
 */
const mayGoOn = (shop: ReadonlyArray<ShopMessage>, position: number, following: number | undefined): boolean => {
  const message = shop[position]
  const next = shop[following ?? -1]
  if (message === undefined || next === undefined || following === undefined || !isNearInNumber(message, next))
    return false
  if (next.judgement.phrases.text.tokens.length <= fewWords) return true
  return shop.slice(Math.max(0, position - announcementReach), following + 1).some(({ cues }) => cues.length > 0)
}

const nothing: ReadonlyArray<Violation> = []

class NumberJoiner {
  private readonly figures: Array<NumberMessage | undefined> = []
  private reversed: ReadonlyArray<number> | undefined
  private readonly matter: NumberMatter
  private readonly shop: ReadonlyArray<ShopMessage>

  constructor(matter: NumberMatter) {
    this.matter = matter
    this.shop = matter.talk.shop
  }

  join(openings: ReadonlySet<number>): ReadonlyArray<Violation> {
    const found: Array<Violation> = []
    let covered = 0
    for (const opening of openings) {
      const joined = opening < covered ? undefined : this.longestFrom(opening)
      if (joined === undefined) continue
      found.push(joined.violation)
      covered = joined.next
    }
    return found
  }

  private at(position: number): NumberMessage | undefined {
    const message = this.shop[position]
    if (message === undefined) return undefined
    this.figures[position] ??= readFigures(message, this.matter)
    return this.figures[position]
  }

  /** The positions of the messages that ask the reader to start with the last figures. */
  private reversals(): ReadonlyArray<number> {
    const { reversedBy } = this.matter.cues
    this.reversed ??= this.shop.flatMap(({ judgement: { phrases } }, position) =>
      reversedBy.match(phrases.text).length > 0 ? [position] : []
    )
    return this.reversed
  }

  private longestFrom(first: number): { readonly violation: Violation; readonly next: number } | undefined {
    const opening = this.at(first)
    if (opening === undefined) return undefined
    const announced = this.isAnnounced(first)
    const part = this.openingPart(opening, announced) ?? this.laidOutFrom(first)
    if (part === undefined) return undefined
    const preceded = this.isPrecededTightly(first, part)
    const chain = [part]
    const ends: Array<NumberChain> = []
    let digits = part.fragment.digits
    let announcedYet = announced
    let before = first
    for (let position = first + 1; position < this.shop.length; position++) {
      const next = this.at(position)
      const previous = chain.at(-1)
      if (next === undefined || previous === undefined || !isNearInNumber(opening.message, next.message)) break
      // As in "это артикул?", "да, артикул".
      if (confirmsOther(next.message, this.matter.cues, this.matter.talk)) return undefined
      announcedYet ||= next.announces
      const link = this.goesOn(previous, next, announcedYet)
      if (link === undefined) {
        if (position - before > mostBetween || !this.maySkip(next, chain, announcedYet)) break
        continue
      }
      digits += link.fragment.digits
      if (digits > mostCounted) break
      chain.push(link)
      before = position
      if (digits >= fewestDigits && this.mayClose(link, announcedYet)) {
        const isWhole =
          (this.matter.rule.card !== undefined && isCardInFours(chain, digits)) ||
          !(preceded || this.isFollowedTightly(position, link))
        if (isWhole) ends.push({ parts: [...chain], first, last: position })
      }
      if (!announcedYet && (link.fragment.right !== "edge" || next.fragments.length > 1)) break
    }
    const readings: ReadonlyArray<(end: NumberChain) => Violation | undefined> = [
      (end) => this.judgeBehindCode(end),
      (end) => judgeAsWritten(this.matter, end, announcedYet),
      (end) => this.judgeInOtherOrders(end)
    ]
    for (const judge of readings) {
      for (const end of ends.toReversed()) {
        const violation = judge(end)
        if (violation !== undefined) return { violation, next: end.last + 1 }
      }
    }
    return undefined
  }

  /** Reads the number with the country code that is given last. */
  private judgeBehindCode({ parts, first, last }: NumberChain): Violation | undefined {
    const code = this.codeBehind(last)
    return code === undefined ? undefined : judgeInOrder(this.matter, [code, ...parts], first)
  }

  /**
   * Reads the number in the stated order of its parts if they were written in another one: "последние 4471",
   * "а впереди 8 903 318".
   */
  private judgeInOtherOrders({ parts, first, last }: NumberChain): Violation | undefined {
    const stated = inStatedOrder(parts, ({ figures }) => figures.place)
    const isOther = stated.some((part, index) => part !== parts[index])
    const isReversed = this.reversals().some((at) => at >= first - announcementReach && at <= last + 1)
    return (
      (isOther ? judgeInOrder(this.matter, stated, first) : undefined) ??
      (isReversed ? judgeInOrder(this.matter, parts.toReversed(), first) : undefined)
    )
  }

  /**
   * The country code given with the last figures or right after them: "14 90, алдында +7"; "701 552 14 90",
   * "впереди +7".
   */
  private codeBehind(last: number): NumberPart | undefined {
    for (const position of [last, last + 1]) {
      const figures = this.at(position)
      const fragment = figures?.fragments.find(({ run, digits }) => run.plus && digits <= longestCountryCode)
      if (figures !== undefined && fragment !== undefined) return { figures, fragment }
    }
    return undefined
  }

  private isAnnounced(position: number): boolean {
    const message = this.shop[position]
    for (let before = position; before >= Math.max(0, position - announcementReach); before--) {
      const figures = this.at(before)
      if (figures === undefined || message === undefined || !isNearInNumber(figures.message, message)) return false
      if (figures.announces) return true
    }
    return false
  }

  /** The figures with which a number may start. */
  private openingPart(figures: NumberMessage, announced: boolean): NumberPart | undefined {
    if (figures.parts && !announced) return undefined
    const fragment = announced ? longestFragment(figures.fragments) : figures.fragments.at(-1)
    if (fragment === undefined || this.isWhole(figures, fragment)) return undefined
    if (!announced && !fragment.run.plus && fragment.digits < shortestCode && this.isAnswer(figures, false))
      return undefined
    const isApart = fragment.left === "edge" || fragment.left === "clause" || opensMobile(fragment)
    if (!announced && (fragment.right !== "edge" || !isApart)) return undefined
    return { figures, fragment }
  }

  /** Digits after any word that begin a phone number, judged by the groups in the next messages. */
  private laidOutFrom(first: number): NumberPart | undefined {
    const { cues, rule } = this.matter
    if (rule.phone === undefined) return undefined
    const opening = laidOutTelephone(
      (position) => this.at(position),
      (message) => deniesOther(message, cues),
      first
    )
    return opening === undefined || this.isAnswer(opening.figures, false) ? undefined : opening
  }

  /** The figures of `next` that continue the number of `previous`. */
  private goesOn(previous: NumberPart, next: NumberMessage, announced: boolean): NumberPart | undefined {
    if (next.parts && !announced) return undefined
    const fragment = announced ? longestFragment(next.fragments) : next.fragments[0]
    if (fragment === undefined || this.isWhole(next, fragment) || fragment.run.plus) return undefined
    const isCard = this.matter.rule.card !== undefined && isInFours(fragment) && isInFours(previous.fragment)
    const isApart =
      fragment.left === "edge" ||
      (isCard && fragment.left === "clause") ||
      (fragment.left !== "other" && deniesOther(next.message, this.matter.cues))
    if (!announced && (!isApart || previous.fragment.right !== "edge")) return undefined
    if (!isNearInNumber(previous.figures.message, next.message)) return undefined
    // Nothing that a buyer asks for is grouped like a card.
    return !isCard && this.isAnswer(next, true) ? undefined : { figures: next, fragment }
  }

  private mayClose({ fragment }: NumberPart, announced: boolean): boolean {
    return announced || fragment.right !== "other"
  }

  /**
   * Whether a message may be skipped: a short one such as "дальше" between two parts, any without figures once pieces
   * are announced, or some small talk after unambiguous parts.
   */
  private maySkip(
    { message, fragments, announces }: NumberMessage,
    chain: ReadonlyArray<NumberPart>,
    announced: boolean
  ): boolean {
    if ((announced || announces) && fragments.length === 0) return true
    const isShort = message.judgement.phrases.text.tokens.length <= fewWords
    return isShort && fragments.every(({ digits }) => digits < shortestCode) && this.isUnambiguous(chain)
  }

  /** Whether the parts so far can hardly be anything but a phone or card: "8 (981)", "2204 1201". */
  private isUnambiguous(chain: ReadonlyArray<NumberPart>): boolean {
    const { rule } = this.matter
    return rule.card === undefined
      ? chain[0] !== undefined && beginsAsMobile(chain[0].fragment.run)
      : chain.every(({ fragment }) => isInFours(fragment) && fragment.left === "edge" && fragment.right === "edge")
  }

  /**
   * Whether the figures of the message answer the buyer's question for figures ("сколько?"). A guess after figures is
   * no such question.
   */
  private isAnswer({ message, place }: NumberMessage, isBehindFigures: boolean): boolean {
    const { cues, talk } = this.matter
    // "Код какой?" asks for a piece of the number.
    if (place !== undefined || deniesOther(message, cues)) return false
    return (isBehindFigures ? wantsOther : asksOther)(message, cues, talk)
  }

  /** Figures that are a complete contact are reported on their own. */
  private isWhole({ message }: NumberMessage, { run, digits }: NumberFragment): boolean {
    if (digits > mostCounted) return true
    return message.judgement.detections.some((detections) =>
      detections.some(
        ({ kind, confidence, range }) =>
          (kind === "phone" || kind === "card" || kind === "link" || kind === "email") &&
          confidence >= leastConfidence &&
          range.start < run.end &&
          run.start < range.end
      )
    )
  }

  /** Whether the figures right before belong to these, so that no number except a card can start here. */
  private isPrecededTightly(position: number, part: NumberPart): boolean {
    const previous = this.at(position - 1)
    if (previous === undefined || part.figures.message.asked.length > 0) return false
    if (!isNearInNumber(previous.message, part.figures.message) || part.fragment.left !== "edge") return false
    const opening = this.openingPart(previous, this.isAnnounced(position - 1))
    if (opening === undefined || opening.fragment.right !== "edge" || part.fragment.run.plus) return false
    // "пишу в два приёма": a single digit among words counts something.
    if (opening.fragment.digits === 1 && previous.message.judgement.phrases.text.tokens.length > 1) return false
    // "5150", "8 (981)": the figures before are a price or something else.
    if (this.matter.rule.phone !== undefined && opensAsMobile(part.fragment.run)) return false
    return !this.isAnswer(previous, false)
  }

  /** Whether the figures right after belong to these, so that no number ends here. */
  private isFollowedTightly(position: number, part: NumberPart): boolean {
    const next = this.at(position + 1)
    if (next === undefined || next.message.asked.length > 0) return false
    const following = this.goesOn(part, next, false)
    return following !== undefined && following.fragment.right !== "other"
  }
}
