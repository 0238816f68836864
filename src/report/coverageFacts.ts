import type { BusinessCoverage, Coverage, Requests } from "../domain/Coverage.ts"
import type { Page } from "./Page.ts"
import type { Report } from "./Report.ts"

/** A business or chat that was not read, and why. */
export interface Unseen {
  readonly what: string
  readonly reason: string
  /** Empty if there is nothing to add to the reason. */
  readonly message: string
}

/** Lists the businesses and chats that were not read; empty if everything was. */
export const unseenIn = (page: Page, businesses: ReadonlyArray<BusinessCoverage>): ReadonlyArray<Unseen> =>
  businesses.flatMap(({ businessId, coverage, failure }) => [
    ...(failure === undefined
      ? []
      : [
          {
            what: page.text("businessUnseen", { businessId }),
            reason: page.outside(failure.reason),
            message: page.outside(failure.message)
          }
        ]),
    ...coverage.notScanned.map(({ chatId, reason, message }) => ({
      what: page.text("chatUnseen", { businessId, chatId }),
      reason: page.outside(reason),
      message: page.outside(message)
    }))
  ])

/** The coverage of one business or of all: a heading and sentences, some of which are warnings. */
export interface CoverageFacts {
  readonly heading: string
  readonly sentences: ReadonlyArray<{ readonly text: string; readonly isWarning: boolean }>
}

/** Coverage with the number of unread chats instead of their list, so that it can be added up. */
interface CoverageCount extends Omit<Coverage, "notScanned"> {
  readonly notScanned: number
}

const countOf = (coverage: Coverage): CoverageCount => ({ ...coverage, notScanned: coverage.notScanned.length })

const added = (left: CoverageCount, right: CoverageCount): CoverageCount => ({
  chatsListed: left.chatsListed + right.chatsListed,
  chatsScanned: left.chatsScanned + right.chatsScanned,
  chatsUnchanged: left.chatsUnchanged + right.chatsUnchanged,
  messages: left.messages + right.messages,
  partnerMessages: left.partnerMessages + right.partnerMessages,
  unknownSenders: left.unknownSenders + right.unknownSenders,
  notScanned: left.notScanned + right.notScanned
})

const addedRequests = (left: Requests, right: Requests): Requests => ({
  list: left.list + right.list,
  history: left.history + right.history,
  retries: left.retries + right.retries
})

/** The sentence with the numbers of chats that were checked, unchanged and unread. */
const checkedSentence = (page: Page, coverage: CoverageCount, cutShort: boolean): string => {
  const { text } = page
  // Without a list the number of chats is unknown, and "0 of 0" would read as if all had been checked.
  if (cutShort && coverage.chatsListed === 0) return text("listUnknown")
  if (coverage.chatsListed === 0) return text("listEmpty")
  const parts = [
    ...(coverage.chatsScanned > 0 ? [text("read", { chats: coverage.chatsScanned })] : []),
    ...(coverage.chatsUnchanged > 0 ? [text("unchanged", { chats: coverage.chatsUnchanged })] : []),
    ...(coverage.notScanned > 0 ? [text("notOpened", { chats: coverage.notScanned })] : [])
  ]
  const checked = text(cutShort ? "checkedOfKnown" : "checked", {
    checked: coverage.chatsScanned + coverage.chatsUnchanged,
    listed: coverage.chatsListed
  })
  return checked + text("detailSeparator") + page.list(parts) + text("fullStop")
}

const factsOf = (
  page: Page,
  heading: string,
  coverage: CoverageCount,
  requests: Requests,
  cutShort: boolean
): CoverageFacts => {
  const statement = (text: string) => ({ text, isWarning: false })
  return {
    heading,
    sentences: [
      statement(checkedSentence(page, coverage, cutShort)),
      ...(coverage.messages > 0
        ? [statement(page.text("messagesRead", { messages: coverage.messages, partner: coverage.partnerMessages }))]
        : []),
      ...(coverage.unknownSenders > 0
        ? [{ text: page.text("unknownSenders", { messages: coverage.unknownSenders }), isWarning: true }]
        : []),
      statement(page.text("requests", { all: requests.list + requests.history, ...requests }))
    ]
  }
}

/** The coverage of each business and, if there are several, of all together. */
export const coverageFacts = <E>(page: Page, { businesses }: Report<E>): ReadonlyArray<CoverageFacts> => {
  const parts = businesses.map(({ businessId, coverage, requests, failure }) =>
    factsOf(page, page.text("coverageOf", { businessId }), countOf(coverage), requests, failure !== undefined)
  )
  const [first, ...rest] = businesses
  if (first === undefined || rest.length === 0) return parts
  const sum = factsOf(
    page,
    page.text("coverageOfAll", { businesses: businesses.length }),
    rest.map(({ coverage }) => countOf(coverage)).reduce(added, countOf(first.coverage)),
    rest.map(({ requests }) => requests).reduce(addedRequests, first.requests),
    businesses.some(({ failure }) => failure !== undefined)
  )
  return [...parts, sum]
}
