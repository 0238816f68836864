import { Either, Option, type ParseResult, Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import { Chat, ChatContext, ChatId } from "../domain/Chat.ts"
import { int64InJson } from "../domain/Int64.ts"
import { Message, MessageId, Sender } from "../domain/Message.ts"
import { firstMistake, pathText } from "../schema/firstMistake.ts"

/*
 * What the marketplace answers. Lenient where its contract is: texts, files, dates and tokens may be missing or null,
 * lists may hold nulls, words of its enumerations may be new, fields may be added. Strict where a wrong value would
 * hide a message: a list or a page token that cannot be read makes the whole answer malformed, an id or a text the one
 * chat or message that has it.
 */

/** One page of anything. */
export interface Page<Item> {
  readonly items: ReadonlyArray<Item>
  /** How many entries hold nothing that could be read: nulls, and shops of no business. They are told, not hidden. */
  readonly unreadable: number
  /** Where entries are of another form than documented, and what is wrong with each, without their values. */
  readonly misformed: ReadonlyArray<string>
  readonly nextToken: Option.Option<string>
}

/** One page of a chat's history, with what the chat is about. */
export interface HistoryPage extends Page<Message> {
  readonly context: ChatContext
}

const ChatIdAnswer = int64InJson(ChatId)
const MessageIdAnswer = int64InJson(MessageId)
const BusinessIdAnswer = int64InJson(BusinessId)

const Text = Schema.Union(Schema.String, Schema.Number)

/** An empty token and null mean the same as none: the last page. */
const Paging = Schema.NullishOr(Schema.Struct({ nextPageToken: Schema.optional(Schema.NullishOr(Text)) }))

const nextTokenOf = (paging: typeof Paging.Type): Option.Option<string> =>
  Option.filter(Option.map(Option.fromNullable(paging?.nextPageToken), String), (token) => token !== "")

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const textIn = (record: Readonly<Record<string, unknown>>, key: string): Option.Option<string> => {
  const value = record[key]
  return (typeof value === "string" && value !== "") || typeof value === "number"
    ? Option.some(String(value))
    : Option.none()
}

/** Date.parse also takes "page 7" for a date, in 2001: the same one for ever, as if the chat never moved. */
const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** Dates carry an offset and are compared as instants. One that cannot be read hides no message, so it is let go. */
const instantOf = (value: unknown): Option.Option<number> =>
  Option.filter(
    Option.some(typeof value === "string" && isoDate.test(value) ? Date.parse(value) : Number.NaN),
    Number.isFinite
  )

/** A word of an enumeration and an order's id are shown as they are, so nothing else is taken for one. */
const enumerationWord = /^\w{1,64}$/
const orderIdForm = /^\d{1,19}$/

const orderIdIn = (record: Readonly<Record<string, unknown>>): Option.Option<string> =>
  Option.filter(textIn(record, "orderId"), (id) => orderIdForm.test(id))

/** The `orderId` beside the context is deprecated and is read only where the context has none. */
const contextOf = (value: unknown, deprecatedOrderId: unknown): ChatContext => {
  const record = isRecord(value) ? value : {}
  const customer = isRecord(record.customer) ? record.customer : {}
  return new ChatContext(
    {
      type: Option.getOrElse(
        Option.filter(textIn(record, "type"), (word) => enumerationWord.test(word)),
        () => "UNKNOWN"
      ),
      orderId: Option.orElse(orderIdIn(record), () => orderIdIn({ orderId: deprecatedOrderId })),
      customerName: textIn(customer, "name")
    },
    { disableValidation: true }
  )
}

const ChatAnswer = Schema.Struct({
  chatId: ChatIdAnswer,
  context: Schema.optional(Schema.Unknown),
  orderId: Schema.optional(Schema.Unknown),
  updatedAt: Schema.optional(Schema.Unknown)
})

const ChatsAnswer = Schema.Struct({
  result: Schema.Struct({ chats: Schema.Array(Schema.Unknown), paging: Schema.optional(Paging) })
})

const MessageAnswer = Schema.Struct({
  messageId: MessageIdAnswer,
  createdAt: Schema.optional(Schema.Unknown),
  sender: Schema.optional(Schema.Unknown),
  message: Schema.optional(Schema.NullOr(Text)),
  payload: Schema.optional(Schema.NullOr(Schema.Array(Schema.Unknown)))
})

const HistoryAnswer = Schema.Struct({
  result: Schema.Struct({
    messages: Schema.Array(Schema.Unknown),
    context: Schema.optional(Schema.Unknown),
    orderId: Schema.optional(Schema.Unknown),
    paging: Schema.optional(Paging)
  })
})

const CampaignsAnswer = Schema.Struct({
  campaigns: Schema.Array(
    Schema.NullOr(
      Schema.Struct({
        business: Schema.optional(
          Schema.NullOr(Schema.Struct({ id: Schema.optional(Schema.NullOr(BusinessIdAnswer)) }))
        )
      })
    )
  ),
  paging: Schema.optional(Paging)
})

const KeyAnswer = Schema.Struct({
  result: Schema.Struct({ apiKey: Schema.Struct({ authScopes: Schema.Array(Schema.String) }) })
})

const chatOf = (answer: typeof ChatAnswer.Type): Chat =>
  new Chat(
    {
      id: answer.chatId,
      context: contextOf(answer.context, answer.orderId),
      updatedAt: instantOf(answer.updatedAt)
    },
    { disableValidation: true }
  )

const isSender = Schema.is(Sender)

const messageOf = (answer: typeof MessageAnswer.Type): Message =>
  new Message(
    {
      id: answer.messageId,
      at: instantOf(answer.createdAt),
      sender: isSender(answer.sender) ? answer.sender : "UNKNOWN",
      text: String(answer.message ?? ""),
      files: (answer.payload ?? []).flatMap((file) => (isRecord(file) ? Option.toArray(textIn(file, "name")) : []))
    },
    { disableValidation: true }
  )

const isPresent = <A>(item: A | null | undefined): item is A => item !== null && item !== undefined

/** Where the answer is wrong and what was expected; `within` leads to what was decoded. */
const issueOf = ({ issue }: ParseResult.ParseError, within: ReadonlyArray<PropertyKey> = []): string => {
  const { path, isMissing } = firstMistake(issue)
  const place = [...within, ...path]
  return `${place.length === 0 ? "the answer" : pathText(place)} ${isMissing ? "is missing" : "is of another form than documented"}`
}

/** Reads the entries of `result`'s list one by one: what is wrong with one hides none of the others. */
const entriesReader = <A, I, B>(list: string, schema: Schema.Schema<A, I>, convert: (answer: A) => B) => {
  const decode = Schema.decodeUnknownEither(schema)
  return (entries: ReadonlyArray<unknown>): Pick<Page<B>, "items" | "unreadable" | "misformed"> => {
    const items: Array<B> = []
    const misformed: Array<string> = []
    let unreadable = 0
    for (const [index, entry] of entries.entries()) {
      if (!isPresent(entry)) {
        unreadable += 1
        continue
      }
      const decoded = decode(entry)
      if (Either.isRight(decoded)) items.push(convert(decoded.right))
      else misformed.push(issueOf(decoded.left, ["result", list, index]))
    }
    return { items, unreadable, misformed }
  }
}

const readChatEntries = entriesReader("chats", ChatAnswer, chatOf)
const readMessageEntries = entriesReader("messages", MessageAnswer, messageOf)

const reader = <A, I, B>(schema: Schema.Schema<A, I>, convert: (answer: A) => B) => {
  const decode = Schema.decodeUnknownEither(schema)
  return (json: unknown): Either.Either<B, string> =>
    Either.mapBoth(decode(json), { onLeft: (error) => issueOf(error), onRight: convert })
}

/** A page of getChats, or what is wrong with it. */
export const readChats = reader(
  ChatsAnswer,
  ({ result }): Page<Chat> => ({
    ...readChatEntries(result.chats),
    nextToken: nextTokenOf(result.paging)
  })
)

/** A page of getChatHistory, in the order in which it came, or what is wrong with it. */
export const readHistory = reader(
  HistoryAnswer,
  ({ result }): HistoryPage => ({
    ...readMessageEntries(result.messages),
    context: contextOf(result.context, result.orderId),
    nextToken: nextTokenOf(result.paging)
  })
)

/** A page of getCampaigns as the ids of the businesses it names, or what is wrong with it. */
export const readCampaigns = reader(CampaignsAnswer, ({ campaigns, paging }): Page<BusinessId> => {
  const ids = campaigns.map((campaign) => campaign?.business?.id).filter(isPresent)
  return {
    items: ids,
    unreadable: campaigns.length - ids.length,
    misformed: [],
    nextToken: nextTokenOf(paging)
  }
})

/** The scopes of the key, in the words of the cabinet (`communication`, `all-methods:read-only`). */
export const readKeyScopes = reader(KeyAnswer, ({ result }) =>
  result.apiKey.authScopes.map((scope) =>
    scope === "ALL_METHODS_READ_ONLY" ? "all-methods:read-only" : scope.toLowerCase().replaceAll("_", "-")
  )
)

/** The marketplace's own words on an error: the first message of `errors`, and empty where there is none. */
export const readErrorMessage = (json: unknown): string => {
  const errors = isRecord(json) && Array.isArray(json.errors) ? json.errors : []
  return errors.filter(isRecord).flatMap((error) => Option.toArray(textIn(error, "message")))[0] ?? ""
}

/** Whether an answer with status 200 says of itself that it is an error. */
export const isErrorAnswer = (json: unknown): boolean => isRecord(json) && json.status === "ERROR"
