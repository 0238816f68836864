import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser"
import { Either } from "effect"
import type { Hole } from "../../domain/Draft.ts"
import { type MappedText, MappedTextBuilder } from "../MappedText.ts"

/** A message as one buyer may read it, with one branch of every plural and select. */
export interface Branch {
  readonly mapped: MappedText
  /** The numbers of plurals, written `#`; other arguments remain in the text as they are written. */
  readonly numbers: ReadonlyArray<Hole>
}

/** A quick check for an ICU message with branches. */
const branching = /\{\s*[\p{L}\p{N}_.-]{1,60}\s*,\s*(?:plural|select|selectordinal)\s*,/u

/** The maximum nesting depth, because the parser is recursive. */
const deepest = 40

/** The maximum number of combinations of branches to read; if there are more, each branch is read once. */
const mostCombinations = 32

/** The maximum length of all branches together, in UTF-16 units; each of them repeats the text they share. */
const mostText = 1_000_000

/**
 * The branches of an ICU message, each with the text around it, so that they are judged together. Empty for a text that
 * is not an ICU message or has too many branches, which is judged as it is written.
 */
export const icuBranches = (mapped: MappedText): ReadonlyArray<Branch> => {
  const { text } = mapped
  if (!branching.test(text) || depthOf(text) > deepest) return []
  const parsed = Either.try(() => parse(text, { captureLocation: true, ignoreTag: true }))
  if (Either.isLeft(parsed)) return []
  const isFew = combinationCount(parsed.right) <= mostCombinations
  const choices = isFew ? combinationsIn(parsed.right) : choicesIn(parsed.right, new Map())
  if (choices.length * text.length > mostText) return []
  return choices.map((choice) => {
    const builder = new MappedTextBuilder(mapped.sourceAt(0))
    const numbers: Array<Hole> = []
    putElements(parsed.right, choice, mapped, builder, numbers)
    return { mapped: builder.build(), numbers }
  })
}

const depthOf = (text: string): number => {
  let depth = 0
  let most = 0
  for (let position = 0; position < text.length; position++) {
    const unit = text.charCodeAt(position)
    if (unit === 0x7b) most = Math.max(most, ++depth)
    else if (unit === 0x7d) depth -= 1
  }
  return most
}

/** The name of the branch to take for an element; by default the last one, which is `other`. */
type Choice = ReadonlyMap<MessageFormatElement, string>

/** A choice for each branch, at any depth. The first choice takes all the last branches. */
const choicesIn = (elements: ReadonlyArray<MessageFormatElement>, taken: Choice): ReadonlyArray<Choice> => {
  const others = elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
    const names = Object.keys(element.options)
    return names.flatMap((name, index) => {
      const choice: Choice = new Map([...taken, [element, name]])
      const inside = choicesIn(element.options[name]?.value ?? [], choice)
      return index === names.length - 1 ? inside.slice(1) : inside
    })
  })
  return [taken, ...others]
}

/** The branches of a plural or select in reverse order, so that `other` is first; none for any other element. */
const branchesOf = (element: MessageFormatElement) =>
  element.type === TYPE.plural || element.type === TYPE.select ? Object.entries(element.options).toReversed() : []

const combinationCount = (elements: ReadonlyArray<MessageFormatElement>): number =>
  elements.reduce((product, element) => {
    const branches = branchesOf(element)
    const sum = branches.reduce((count, [, { value }]) => count + combinationCount(value), 0)
    return branches.length === 0 ? product : product * sum
  }, 1)

/** A choice for each combination of branches. The first choice takes all the last branches. */
const combinationsIn = (elements: ReadonlyArray<MessageFormatElement>): ReadonlyArray<Choice> =>
  elements.reduce<ReadonlyArray<Choice>>(
    (choices, element) => {
      const branches = branchesOf(element)
      if (branches.length === 0) return choices
      return choices.flatMap((choice) =>
        branches.flatMap(([name, { value }]) =>
          combinationsIn(value).map((inside): Choice => new Map([...choice, [element, name], ...inside]))
        )
      )
    },
    [new Map()]
  )

const putElements = (
  elements: ReadonlyArray<MessageFormatElement>,
  choice: Choice,
  mapped: MappedText,
  builder: MappedTextBuilder,
  numbers: Array<Hole>
): void => {
  for (const element of elements) {
    const start = element.location?.start.offset ?? 0
    const end = element.location?.end.offset ?? 0
    switch (element.type) {
      case TYPE.literal:
        putLiteral(mapped, start, end, element.value, builder)
        break
      case TYPE.plural:
      case TYPE.select: {
        const name = choice.get(element) ?? Object.keys(element.options).at(-1) ?? ""
        putElements(element.options[name]?.value ?? [], choice, mapped, builder, numbers)
        break
      }
      case TYPE.pound: {
        const at = builder.text.length
        mapped.copyTo(builder, start, end)
        numbers.push({ start: at, end: builder.text.length, name: "" })
        break
      }
      default:
        mapped.copyTo(builder, start, end)
    }
  }
}

/** Resolves apostrophes: two stand for one, and one before a brace or # begins a literal that ends at the next one. */
const putLiteral = (
  mapped: MappedText,
  start: number,
  end: number,
  value: string,
  builder: MappedTextBuilder
): void => {
  const { text } = mapped
  if (text.slice(start, end) === value) {
    mapped.copyTo(builder, start, end)
    return
  }
  let position = start
  let isQuoted = false
  while (position < end) {
    const found: number = text.indexOf("'", position)
    const next = found < 0 ? end : Math.min(found, end)
    mapped.copyTo(builder, position, next)
    if (next === end) break
    if (text.charAt(next + 1) === "'") {
      mapped.copyTo(builder, next + 1, next + 2)
      position = next + 2
      continue
    }
    const begins: boolean = !isQuoted && "{}#<>|".includes(text.charAt(next + 1)) && next + 1 < end
    if (!begins && !isQuoted) mapped.copyTo(builder, next, next + 1)
    isQuoted = begins
    position = next + 1
  }
}
