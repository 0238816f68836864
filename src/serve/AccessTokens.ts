import { createHash, timingSafeEqual } from "node:crypto"
import { Option, Redacted } from "effect"

const digest = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest()

/**
 * The secrets that callers authenticate with. Digests are compared instead of the secrets, because they have equal
 * length, in constant time and always with all of them, so that response times leak nothing about a secret.
 */
export class AccessTokens {
  readonly #digests: ReadonlyArray<Buffer>

  constructor(tokens: ReadonlyArray<Redacted.Redacted>) {
    this.#digests = tokens.map((token) => digest(Redacted.value(token)))
  }

  /** Whether there are no tokens, so that anyone may call. */
  get isEmpty(): boolean {
    return this.#digests.length === 0
  }

  /** The index of a token, from 0; none if it is unknown. */
  indexOf(candidate: string): Option.Option<number> {
    const given = digest(candidate)
    let found = Option.none<number>()
    for (const [index, known] of this.#digests.entries()) {
      if (timingSafeEqual(given, known)) found = Option.some(index)
    }
    return found
  }

  /** The index of the token in an `Authorization: Bearer …` header (RFC 6750, section 2.1). */
  indexOfBearer(header: string | undefined): Option.Option<number> {
    const token = /^bearer +(\S+) *$/i.exec(header ?? "")?.[1]
    return token === undefined ? Option.none() : this.indexOf(token)
  }
}
