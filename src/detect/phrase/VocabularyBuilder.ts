import type { ContactKind } from "../ContactKind.ts"
import type { Literal } from "./Literal.ts"
import type { Phrase } from "./Phrase.ts"
import { soleLetter } from "./soleLetter.ts"
import { shortestSound, soundOf } from "./soundOf.ts"
import type { ContactClasses, VocabularyTables } from "./Vocabulary.ts"
import { WordTrieBuilder } from "./WordTrieBuilder.ts"
import { wordFrequency } from "./wordFrequency.ts"

/** Collects the words of phrases and numbers their classes. All phrases have to be added before a text is read. */
export class VocabularyBuilder {
  /** The number of classes. */
  private count = 0
  private readonly words = new WordTrieBuilder()
  private readonly sounds = new WordTrieBuilder()
  private readonly endings = new WordTrieBuilder()
  private readonly frequencies: Array<number> = []
  /** Keyed by the literal if it is the only one, since its list may be created anew each time. */
  private readonly known = new WeakMap<ReadonlyArray<Literal> | Literal, number>()
  /** The word lists already added: most phrases refer to shared lists. */
  private readonly learnt = new WeakSet<Phrase>()
  private readonly contacts: Readonly<Record<ContactKind, ContactClasses>> = {
    phone: this.twoClasses(),
    link: this.twoClasses(),
    email: this.twoClasses(),
    card: this.twoClasses(),
    handle: this.twoClasses(),
    account: this.twoClasses()
  }

  /** The number of the class of these words; equal for the same list, and for the same single literal. */
  classOf(literals: ReadonlyArray<Literal>): number {
    const [only] = literals
    const same = only !== undefined && literals.length === 1 ? only : literals
    const seen = this.known.get(same)
    if (seen !== undefined) return seen
    const number = this.count++
    this.known.set(same, number)
    this.frequencies[number] = wordFrequency(literals)
    for (const literal of literals) this.add(literal, number)
    return number
  }

  contactClasses(kind: ContactKind): ContactClasses {
    return this.contacts[kind]
  }

  /**
   * An estimate, from 0 to 1, of the share of texts with a word of the class, used to decide which of two classes is
   * rarer.
   */
  frequencyOf(wordClass: number): number {
    return this.frequencies[wordClass] ?? 0
  }

  /** Adds the words of the phrases. */
  learn(phrases: ReadonlyArray<Phrase>): void {
    for (const phrase of phrases) this.learnPhrase(phrase)
  }

  tables(): VocabularyTables {
    const { words, sounds, endings, contacts } = this
    return { words: words.trie(), sounds: sounds.trie(), endings: endings.trie(), contacts }
  }

  private twoClasses(): ContactClasses {
    return { first: this.count++, further: this.count++ }
  }

  private add({ text, stem, ending, sounds }: Literal, wordClass: number): void {
    if (ending) {
      this.endings.add(reversed(text), true, wordClass)
      return
    }
    this.words.add(stem ? text : soleLetter(text), stem, wordClass)
    if (sounds && text.length >= shortestSound) this.sounds.add(soundOf(text), stem, wordClass)
  }

  private learnPhrase(phrase: Phrase): void {
    switch (phrase.kind) {
      case "word":
        this.classOf([phrase.literal])
        return
      case "sequence":
        this.learn(phrase.parts)
        return
      case "optional":
        this.learnPhrase(phrase.part)
        return
      case "alternatives":
        if (this.learnt.has(phrase)) return
        this.learnt.add(phrase)
        this.learn(phrase.others)
        if (phrase.literals.length > 0) this.classOf(phrase.literals)
        return
      default:
        return
    }
  }
}

const reversed = (word: string): string => {
  let turned = ""
  for (let position = word.length - 1; position >= 0; position--) turned += word.charAt(position)
  return turned
}
