import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"

/** Endings of verbs in questions: "запишу", "отдать", "скинете", "жазсам", "yozsam", "göndersem". */
const askedEndings = [
  ...["у", "ю", "усь", "юсь", "ть", "ться", "ти", "чь", "ете", "ите", "ешь", "ишь", "ем", "им"],
  ...["сам", "сем", "айын", "ейін", "йін", "sam", "sem", "ay", "aymi", "ayım", "eyim", "abilir", "ebilir"]
]

/** Endings of verbs in answers: "запишите", "отдайте", "скинем", "жазыңыз", "yozing", "gönderin". */
const echoEndings = [
  ...["йте", "ите", "ьте", "йтесь", "итесь", "ьтесь", "ем", "им", "емся", "имся"],
  ...["ңыз", "ңіз", "ing", "ingiz", "инг", "ingız", "in", "ın", "un", "ün"]
]

/** A question to the shop is answered in the first person: "скинете?" – "скину". */
const ownEndings = ["у", "ю"]
const askedOfShop = ["ете", "ите", "ешь", "ишь"]

/** The minimum length of the common prefix of two forms of a verb; short verbs vary more. */
const sharedLetters = 4
const sharedOfShort = 3
const shortVerb = 6

/**
 * The index of the first word of an answer that repeats a verb in the sentence of `asked` as consent:
 * "запишу вам голосовое?" – "запишите"; -1 if there is none. Verbs in questions of the answer do not count.
 */
export const echoedVerb = (answer: ClassifiedTokens, proposal: ClassifiedTokens, asked: PhraseMatch): number => {
  const sentence = proposal.tokens[asked.first]?.sentence
  const verbs = proposal.tokens.filter((token) => token.sentence === sentence && endsIn(token.word, askedEndings))
  const questions = new Set(answer.tokens.filter(({ question }) => question).map((token) => token.sentence))
  return answer.tokens.findIndex(
    (token) =>
      !questions.has(token.sentence) &&
      verbs.some((verb) => isAnswerTo(token.word, verb.word) && isSameVerb(token.word, verb.word))
  )
}

const isAnswerTo = (word: string, verb: string): boolean =>
  endsIn(word, echoEndings) || (endsIn(word, ownEndings) && endsIn(verb, askedOfShop))

const endsIn = (word: string, endings: ReadonlyArray<string>): boolean =>
  endings.some((ending) => word.endsWith(ending))

const isSameVerb = (one: string, other: string): boolean => {
  const shorter = Math.min(one.length, other.length)
  let shared = 0
  while (shared < shorter && one.charCodeAt(shared) === other.charCodeAt(shared)) shared += 1
  return shared >= (shorter <= shortVerb ? sharedOfShort : sharedLetters)
}
