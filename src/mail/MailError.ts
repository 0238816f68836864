import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { deliveryTexts } from "./deliveryTexts.ts"
import { mailSecurities } from "./MailAccount.ts"

/** A server's reply to a refused command, with addresses removed. */
const Refusal = {
  /** The three digits of the reply (RFC 5321, 4.2). */
  status: Schema.Int,
  answer: Schema.String
}

/** There was no connection, or it ended before the mail was transmitted: the server has certainly not accepted it. */
export class Unreachable extends Schema.TaggedError<Unreachable>("chatlint/Unreachable")("Unreachable", {
  server: Schema.String,
  reason: Schema.Literal("refused", "timeout", "unknownHost", "closed")
}) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** The connection could not be encrypted as configured: no STARTTLS, or an untrusted certificate. */
export class TlsRefused extends Schema.TaggedError<TlsRefused>("chatlint/TlsRefused")("TlsRefused", {
  server: Schema.String,
  /** The configured security: the advice to make encryption optional is given only for `required`. */
  security: Schema.Literal(...mailSecurities),
  detail: Schema.String
}) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** The server refuses the user name and password, or does not support authentication. */
export class AuthenticationRefused extends Schema.TaggedError<AuthenticationRefused>("chatlint/AuthenticationRefused")(
  "AuthenticationRefused",
  { server: Schema.String, ...Refusal }
) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** 4xx at any step. Greylisting servers answer this to every unknown sender. */
export class TemporaryRefusal extends Schema.TaggedError<TemporaryRefusal>("chatlint/TemporaryRefusal")(
  "TemporaryRefusal",
  Refusal
) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** 5xx to this recipient: retries will not help. */
export class RecipientRefused extends Schema.TaggedError<RecipientRefused>("chatlint/RecipientRefused")(
  "RecipientRefused",
  Refusal
) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** 5xx to the content or size of the mail: another mail to the same recipient may be accepted. */
export class MessageRefused extends Schema.TaggedError<MessageRefused>("chatlint/MessageRefused")(
  "MessageRefused",
  Refusal
) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** 5xx to the sender or to the connection itself: no recipient would be accepted. */
export class SenderRefused extends Schema.TaggedError<SenderRefused>("chatlint/SenderRefused")("SenderRefused", {
  server: Schema.String,
  ...Refusal
}) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** No reply after the whole mail was transmitted. SMTP cannot tell whether the server accepted it (RFC 1047). */
export class AnswerLost extends Schema.TaggedError<AnswerLost>("chatlint/AnswerLost")("AnswerLost", {
  server: Schema.String
}) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** A mail could not be written to the folder of a dry run. */
export class FolderUnwritable extends Schema.TaggedError<FolderUnwritable>("chatlint/FolderUnwritable")(
  "FolderUnwritable",
  { path: Schema.String }
) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** Every failure of a delivery. */
export type MailError =
  | Unreachable
  | TlsRefused
  | AuthenticationRefused
  | TemporaryRefusal
  | RecipientRefused
  | MessageRefused
  | SenderRefused
  | AnswerLost
  | FolderUnwritable

/** What happened and what to do, in the reader's language. */
export const describeMailError = (error: MailError, locale: Locale): string =>
  deliveryTexts(locale, error._tag, {
    server: "server" in error ? error.server : "",
    reason: "reason" in error ? error.reason : "",
    security: "security" in error ? error.security : "",
    detail: "detail" in error ? error.detail : "",
    status: "status" in error ? String(error.status) : "",
    answer: "answer" in error ? error.answer : "",
    path: "path" in error ? error.path : ""
  })
