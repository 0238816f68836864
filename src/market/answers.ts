import { Either, Option, type ParseResult, Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import { Chat, ChatContext, ChatId } from "../domain/Chat.ts"
import { int64InJson } from "../domain/Int64.ts"
import { Message, MessageId, Sender } from "../domain/Message.ts"
import { firstMistake, pathText } from "../schema/firstMistake.ts"

/*
 * Decoders of the marketplace's answers. They are lenient where its contract is: texts, files, dates and tokens may be
 * missing or null, lists may contain nulls, enumerations may gain values, objects may gain fields. They are strict
 * where a wrong value would hide a message: an undecodable list or page token makes the whole answer malformed, an
 * undecodable id or text makes its chat or message malformed.
 */

/** One page of anything. */
export interface Page<Item> {
  readonly items: ReadonlyArray<Item>
  /** How many entries are empty: nulls, and shops without a business. They are reported, not hidden. */
  readonly unreadable: number
  /** One issue for each entry that does not match the documentation: where and what, without its values. */
  readonly malformed: ReadonlyArray<string>
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

/** An empty token, null and a missing token all mean that this is the last page. */
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

/** Checked first because Date.parse accepts "page 7" as a day in 2001, which would make a chat look unchanged. */
const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** Dates have an offset and are compared as instants. An undecodable date hides no message, so it becomes none. */
const instantOf = (value: unknown): Option.Option<number> =>
  Option.filter(
    Option.some(typeof value === "string" && isoDate.test(value) ? Date.parse(value) : Number.NaN),
    Number.isFinite
  )

/** Enumeration values and order ids are printed unescaped, so anything of another form is dropped. */
const enumerationWord = /^\w{1,64}$/
const orderIdForm = /^\d{1,19}$/

const orderIdIn = (record: Readonly<Record<string, unknown>>): Option.Option<string> =>
  Option.filter(textIn(record, "orderId"), (id) => orderIdForm.test(id))

/** The `orderId` beside the context is deprecated; it is read only if the context has none. */
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

/** Where the answer is wrong and how; `within` is the path to the decoded value. */
const issueOf = ({ issue }: ParseResult.ParseError, within: ReadonlyArray<PropertyKey> = []): string => {
  const { path, isMissing } = firstMistake(issue)
  const place = [...within, ...path]
  return `${place.length === 0 ? "the answer" : pathText(place)} ${isMissing ? "is missing" : "does not have the documented form"}`
}

/** Decodes the entries of a list in `result` one by one, so that a malformed entry does not hide the others. */
const entriesReader = <A, I, B>(list: string, schema: Schema.Schema<A, I>, convert: (answer: A) => B) => {
  const decode = Schema.decodeUnknownEither(schema)
  return (entries: ReadonlyArray<unknown>): Pick<Page<B>, "items" | "unreadable" | "malformed"> => {
    const items: Array<B> = []
    const malformed: Array<string> = []
    let unreadable = 0
    for (const [index, entry] of entries.entries()) {
      if (!isPresent(entry)) {
        unreadable += 1
        continue
      }
      const decoded = decode(entry)
      if (Either.isRight(decoded)) items.push(convert(decoded.right))
      else malformed.push(issueOf(decoded.left, ["result", list, index]))
    }
    return { items, unreadable, malformed }
  }
}

const readChatEntries = entriesReader("chats", ChatAnswer, chatOf)
const readMessageEntries = entriesReader("messages", MessageAnswer, messageOf)

const reader = <A, I, B>(schema: Schema.Schema<A, I>, convert: (answer: A) => B) => {
  const decode = Schema.decodeUnknownEither(schema)
  return (json: unknown): Either.Either<B, string> =>
    Either.mapBoth(decode(json), { onLeft: (error) => issueOf(error), onRight: convert })
}

/** Decodes a page of getChats. */
export const readChats = reader(
  ChatsAnswer,
  ({ result }): Page<Chat> => ({
    ...readChatEntries(result.chats),
    nextToken: nextTokenOf(result.paging)
  })
)

/** Decodes a page of getChatHistory and keeps its order. */
export const readHistory = reader(
  HistoryAnswer,
  ({ result }): HistoryPage => ({
    ...readMessageEntries(result.messages),
    context: contextOf(result.context, result.orderId),
    nextToken: nextTokenOf(result.paging)
  })
)

/** Decodes a page of getCampaigns into the ids of the businesses it names. */
export const readCampaigns = reader(CampaignsAnswer, ({ campaigns, paging }): Page<BusinessId> => {
  const ids = campaigns.map((campaign) => campaign?.business?.id).filter(isPresent)
  return {
    items: ids,
    unreadable: campaigns.length - ids.length,
    malformed: [],
    nextToken: nextTokenOf(paging)
  }
})

/** Decodes the scopes of a key into the cabinet's names for them (`communication`, `all-methods:read-only`). */
export const readKeyScopes = reader(KeyAnswer, ({ result }) =>
  result.apiKey.authScopes.map((scope) =>
    scope === "ALL_METHODS_READ_ONLY" ? "all-methods:read-only" : scope.toLowerCase().replaceAll("_", "-")
  )
)

/** The first message of an answer's `errors`; empty if there is none. */
export const readErrorMessage = (json: unknown): string => {
  const errors = isRecord(json) && Array.isArray(json.errors) ? json.errors : []
  return errors.filter(isRecord).flatMap((error) => Option.toArray(textIn(error, "message")))[0] ?? ""
}

/** Whether an answer with status 200 declares itself an error. */
export const isErrorAnswer = (json: unknown): boolean => isRecord(json) && json.status === "ERROR"
