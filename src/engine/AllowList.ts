import { Array as Arrays, Either } from "effect"
import { parsePhoneNumberFromString } from "libphonenumber-js/max"
import { compileHostAllowList, type HostAllowList } from "../detect/address/HostAllowList.ts"
import type { Phrase } from "../detect/phrase/Phrase.ts"
import { compilePhrases, type PhraseMatcher } from "../detect/phrase/PhraseMatcher.ts"
import { type PhraseProblem, parsePhrase } from "../detect/phrase/parsePhrase.ts"
import { type Vocabulary, vocabularyOf } from "../detect/phrase/Vocabulary.ts"
import { VocabularyBuilder } from "../detect/phrase/VocabularyBuilder.ts"

/** What a shop lets pass whatever the rule, as it is written. */
export interface AllowListEntries {
  /** "shop.ru" with its sub-domains, or "shop.ru/help": the pages of one host under a path. */
  readonly hosts?: ReadonlyArray<string> | undefined
  /** International numbers, with or without separators: "+7 800 555-01-23". */
  readonly numbers?: ReadonlyArray<string> | undefined
  /** E-mail addresses, or "@shop.ru" for all of a host. */
  readonly addresses?: ReadonlyArray<string> | undefined
  /** Phrases as in a rule file, without word lists. */
  readonly phrases?: ReadonlyArray<string> | undefined
}

/** What a shop lets pass, ready to be applied. */
export interface AllowList {
  /** As they were written. */
  readonly entries: AllowListEntries
  readonly hosts: HostAllowList
  /** In E.164. */
  readonly numbers: ReadonlySet<string>
  /** In lower case. */
  readonly addresses: ReadonlySet<string>
  readonly vocabulary: Vocabulary
  readonly phrases: PhraseMatcher
}

/** One of the entries, which lets nothing pass as it is written. */
export type AllowListProblem =
  | { readonly list: "hosts" | "numbers" | "addresses"; readonly index: number }
  | { readonly list: "phrases"; readonly index: number; readonly problem: PhraseProblem }

/** How a host is written, with or without a path. */
export const hostEntry = /^(https?:\/\/)?[^\s/@:.*]+(\.[^\s/@:.*]+)+(\/\S*)?$/i

/** How an e-mail address is written, or all of a host. */
export const addressEntry = /^[^\s@]*@[^\s@]+\.[^\s@]+$/

/** The E.164 form of a number written with its country code; undefined when it is no number that exists. */
export const allowedNumber = (written: string): string | undefined => {
  const phone = parsePhoneNumberFromString(written)
  return written.trim().startsWith("+") && phone?.isValid() ? phone.number : undefined
}

/** Makes an allow list; of wrong entries it tells all. */
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

/** People copy a host from the address bar: "https://shop.ru/" is meant as "shop.ru". */
const withoutScheme = (entry: string): string => entry.replace(/^https?:\/\//i, "").replace(/\/$/, "")
