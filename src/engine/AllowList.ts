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

/** What is wrong with one of the phrases. */
export interface AllowedPhraseProblem {
  /** Its place in the list, from 0. */
  readonly index: number
  readonly problem: PhraseProblem
}

/** The E.164 form of a number written with its country code; undefined when it is no number that exists. */
export const allowedNumber = (written: string): string | undefined => {
  const phone = parsePhoneNumberFromString(written)
  return written.startsWith("+") && phone?.isValid() ? phone.number : undefined
}

/** Makes an allow list; of wrong phrases it tells all. */
export const compileAllowList = (
  entries: AllowListEntries
): Either.Either<AllowList, Arrays.NonEmptyReadonlyArray<AllowedPhraseProblem>> => {
  const [problems, phrases] = Arrays.separate(
    (entries.phrases ?? []).map(
      (written, index): Either.Either<Phrase, AllowedPhraseProblem> =>
        Either.mapLeft(
          parsePhrase(written, () => undefined),
          (problem) => ({ index, problem })
        )
    )
  )
  if (Arrays.isNonEmptyReadonlyArray(problems)) return Either.left(problems)
  const words = new VocabularyBuilder()
  const matcher = compilePhrases(phrases, words)
  return Either.right({
    entries,
    hosts: compileHostAllowList((entries.hosts ?? []).map(withoutScheme)),
    numbers: new Set((entries.numbers ?? []).flatMap((written) => allowedNumber(written) ?? [])),
    addresses: new Set((entries.addresses ?? []).map((address) => address.toLowerCase())),
    vocabulary: vocabularyOf(words.tables()),
    phrases: matcher
  })
}

/** People copy a host from the address bar: "https://shop.ru/" is meant as "shop.ru". */
const withoutScheme = (entry: string): string => entry.replace(/^https?:\/\//i, "").replace(/\/$/, "")
