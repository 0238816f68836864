import { Array as Arrays, Either } from "effect"
import { parsePhoneNumberFromString } from "libphonenumber-js/max"
import { compileHostAllowList, type HostAllowList } from "../detect/address/HostAllowList.ts"
import type { Phrase } from "../detect/phrase/Phrase.ts"
import { compilePhrases, type PhraseMatcher } from "../detect/phrase/PhraseMatcher.ts"
import { type PhraseProblem, parsePhrase } from "../detect/phrase/parsePhrase.ts"
import { type Vocabulary, vocabularyOf } from "../detect/phrase/Vocabulary.ts"
import { VocabularyBuilder } from "../detect/phrase/VocabularyBuilder.ts"

/** What a shop allows regardless of the rules, as configured. */
export interface AllowListEntries {
  /** "shop.ru" including its subdomains, or "shop.ru/help" for the pages of one host under a path. */
  readonly hosts?: ReadonlyArray<string> | undefined
  /** International numbers, with or without separators: "+7 800 555-01-23". */
  readonly numbers?: ReadonlyArray<string> | undefined
  /** E-mail addresses, or "@shop.ru" for all addresses of a host. */
  readonly addresses?: ReadonlyArray<string> | undefined
  /** Phrases as in a rule file, without word lists. */
  readonly phrases?: ReadonlyArray<string> | undefined
}

/** A compiled allow list. */
export interface AllowList {
  /** As configured. */
  readonly entries: AllowListEntries
  readonly hosts: HostAllowList
  /** In E.164. */
  readonly numbers: ReadonlySet<string>
  /** In lower case. */
  readonly addresses: ReadonlySet<string>
  readonly vocabulary: Vocabulary
  readonly phrases: PhraseMatcher
}

/** An invalid entry, which would allow nothing. */
export type AllowListProblem =
  | { readonly list: "hosts" | "numbers" | "addresses"; readonly index: number }
  | { readonly list: "phrases"; readonly index: number; readonly problem: PhraseProblem }

/** The syntax of a host, with or without a path. */
export const hostEntry = /^(https?:\/\/)?[^\s/@:.*]+(\.[^\s/@:.*]+)+(\/\S*)?$/i

/** The syntax of an e-mail address, or of all addresses of a host. */
export const addressEntry = /^[^\s@]*@[^\s@]+\.[^\s@]+$/

/** The E.164 form of a number with its country code; undefined if the number is not valid. */
export const allowedNumber = (written: string): string | undefined => {
  const phone = parsePhoneNumberFromString(written)
  return written.trim().startsWith("+") && phone?.isValid() ? phone.number : undefined
}

/** Compiles an allow list; reports all invalid entries. */
export const compileAllowList = (
  entries: AllowListEntries
): Either.Either<AllowList, Arrays.NonEmptyReadonlyArray<AllowListProblem>> => {
  const { hosts = [], numbers = [], addresses = [], phrases = [] } = entries
  const [badPhrases, parsed] = Arrays.separate(
    phrases.map(
      (written, index): Either.Either<Phrase, AllowListProblem> =>
        Either.mapLeft(
          parsePhrase(written, () => undefined),
          (problem) => ({ list: "phrases", index, problem })
        )
    )
  )
  const problems = [
    ...problemsOf("hosts", hosts, (written) => hostEntry.test(written)),
    ...problemsOf("numbers", numbers, (written) => allowedNumber(written) !== undefined),
    ...problemsOf("addresses", addresses, (written) => addressEntry.test(written)),
    ...badPhrases
  ]
  if (Arrays.isNonEmptyReadonlyArray(problems)) return Either.left(problems)
  const words = new VocabularyBuilder()
  const matcher = compilePhrases(parsed, words)
  return Either.right({
    entries,
    hosts: compileHostAllowList(hosts.map(withoutScheme)),
    numbers: new Set(numbers.flatMap((written) => allowedNumber(written) ?? [])),
    addresses: new Set(addresses.map((address) => address.toLowerCase())),
    vocabulary: vocabularyOf(words.tables()),
    phrases: matcher
  })
}

const problemsOf = (
  list: "hosts" | "numbers" | "addresses",
  entries: ReadonlyArray<string>,
  isGood: (written: string) => boolean
): ReadonlyArray<AllowListProblem> => entries.flatMap((written, index) => (isGood(written) ? [] : [{ list, index }]))

/** Hosts are often copied from the address bar: "https://shop.ru/" means "shop.ru". */
const withoutScheme = (entry: string): string => entry.replace(/^https?:\/\//i, "").replace(/\/$/, "")
