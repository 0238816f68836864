import { createHash, timingSafeEqual } from "node:crypto"
import { Option, Redacted } from "effect"

const digest = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest()

/**
 * Secrets that callers have to know. Digests are compared, of equal length and in constant time, and each caller is
 * compared with all of them, so that the time of an answer tells nothing of a secret.
 */
export class AccessTokens {
  readonly #digests: ReadonlyArray<Buffer>

  constructor(tokens: ReadonlyArray<Redacted.Redacted>) {
    this.#digests = tokens.map((token) => digest(Redacted.value(token)))
  }

  /** Whether there is none, so that everybody may call. */
  get isEmpty(): boolean {
    return this.#digests.length === 0
  }

  /** Which of the tokens this is; counts from 0. */
  indexOf(candidate: string): Option.Option<number> {
    const given = digest(candidate)
    let found = Option.none<number>()
    for (const [index, known] of this.#digests.entries()) {
      if (timingSafeEqual(given, known)) found = Option.some(index)
    }
    return found
  }

  /** Which of the tokens a header `Authorization: Bearer …` names (RFC 6750, section 2.1). */
  indexOfBearer(header: string | undefined): Option.Option<number> {
    const token = /^bearer +(\S+) *$/i.exec(header ?? "")?.[1]
    return token === undefined ? Option.none() : this.indexOf(token)
  }
}
