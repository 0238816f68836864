import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { deliveryTexts } from "./deliveryTexts.ts"
import { mailSecurities } from "./MailAccount.ts"

/** What a server said with a refusal. Addresses are taken out of it. */
const Refusal = {
  /** The three digits of the reply (RFC 5321, 4.2). */
  status: Schema.Int,
  answer: Schema.String
}

/** No connection came about, or it ended before the mail was handed over: the mail has certainly not been taken. */
export class Unreachable extends Schema.TaggedError<Unreachable>("chatlint/Unreachable")("Unreachable", {
  server: Schema.String,
  reason: Schema.Literal("refused", "timeout", "unknownHost", "closed")
}) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** The connection could not be encrypted as asked: no STARTTLS, or a certificate that nobody vouches for. */
export class TlsRefused extends Schema.TaggedError<TlsRefused>("chatlint/TlsRefused")("TlsRefused", {
  server: Schema.String,
  /** What was asked of the connection: only where STARTTLS is required would it help not to require it. */
  security: Schema.Literal(...mailSecurities),
  detail: Schema.String
}) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** The server does not take the user's name and password, or takes none at all. */
export class AuthenticationRefused extends Schema.TaggedError<AuthenticationRefused>("chatlint/AuthenticationRefused")(
  "AuthenticationRefused",
  { server: Schema.String, ...Refusal }
) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** 4xx, at any step: not now. Greylisting answers so to everybody it has not seen before. */
export class TemporaryRefusal extends Schema.TaggedError<TemporaryRefusal>("chatlint/TemporaryRefusal")(
  "TemporaryRefusal",
  Refusal
) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** 5xx to this recipient: it will not be written to, however often it is tried. */
export class RecipientRefused extends Schema.TaggedError<RecipientRefused>("chatlint/RecipientRefused")(
  "RecipientRefused",
  Refusal
) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** 5xx to what the mail holds or to its size: another mail to the same recipient may be taken. */
export class MessageRefused extends Schema.TaggedError<MessageRefused>("chatlint/MessageRefused")(
  "MessageRefused",
  Refusal
) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** 5xx to the sender or to the connection itself: no recipient is at fault, and none would be taken. */
export class SenderRefused extends Schema.TaggedError<SenderRefused>("chatlint/SenderRefused")("SenderRefused", {
  server: Schema.String,
  ...Refusal
}) {
  override get message(): string {
    return describeMailError(this, "en")
  }
}

/** The whole mail was handed over and no answer came. Whether the server took it, SMTP does not tell (RFC 1047). */
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

/** Everything that can happen to a mail on its way. */
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
