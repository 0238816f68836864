import type { Numeral } from "../../text/Numeral.ts"
import type { NumberPart, NumberRun } from "./NumberRun.ts"

/**
 * The possible readings of the parts `from` to `to` (exclusive) of a run as digits, the likeliest first. Hundreds, tens
 * and units combine while they strictly descend: "девятьсот двадцать шесть" is 926, "сорок двадцать" is 4020,
 * "две тысячи двести" is 2200. There are further readings if a unit may or may not belong to the hundreds before it
 * ("восемьсот пять пять пять"), or if an area code is named after the number.
 */
export const spokenDigits = (run: NumberRun, from: number, to: number): ReadonlyArray<string> => {
  const code = codeIndex(run, from, to)
  // "8916, это код, дальше 5550142": the word may refer to the part before it.
  if (code > 0) {
    const inOrder = spell(run, from, to, "glued")
    return [spell(run, code, to, "glued") + spell(run, from, code, "glued"), inOrder]
  }
  const readings = [spell(run, from, to, "glued")]
  const add = (reading: string) => {
    if (!readings.includes(reading)) readings.push(reading)
  }
  if (hasAfterHundreds(run, from, to, ({ numeral }) => numeral?.kind === "unit")) add(spell(run, from, to, "apart"))
  if (hasAfterHundreds(run, from, to, isShortFigure) || hasGluedFigure(run, from, to))
    add(spell(run, from, to, "figures"))
  return readings
}

/** The index of the part named as area code; 0 if there is none or it comes first anyway. */
const codeIndex = (run: NumberRun, from: number, to: number): number => {
  for (let index = from + 1; index < to; index++) {
    // "8, код 926, дальше …": the trunk prefix before it is in its place.
    if (run.gaps[index - 1]?.code === true)
      return index === from + 1 && run.parts[from]?.digits.length === 1 ? 0 : index
  }
  return 0
}

const hasAfterHundreds = (run: NumberRun, from: number, to: number, holds: (part: NumberPart) => boolean): boolean => {
  for (let index = from + 1; index < to; index++) {
    const part = run.parts[index]
    const before = run.parts[index - 1]?.numeral?.kind
    if (part !== undefined && (before === "hundreds" || before === "hundred") && holds(part)) return true
  }
  return false
}

/** Whether tens and a figure may combine: "двадцать6" and "двадцать 6" may be 26. */
const isGluedFigure = (run: NumberRun, index: number): boolean => {
  const part = run.parts[index]
  const before = run.parts[index - 1]
  return (
    part !== undefined &&
    before?.numeral?.kind === "tens" &&
    isNear(run, index) &&
    part.numeral === undefined &&
    /^[1-9]$/.test(part.digits)
  )
}

const hasGluedFigure = (run: NumberRun, from: number, to: number): boolean => {
  for (let index = from + 1; index < to; index++) if (isGluedFigure(run, index)) return true
  return false
}

/** Whether a figure may combine with hundreds: "пятьсот 55" may be 555. */
const isShortFigure = ({ numeral, digits }: NumberPart): boolean => numeral === undefined && digits.length < 3

/** Whether units combine with hundreds, do not, or figures do as well. */
type Gluing = "glued" | "apart" | "figures"

const spell = (run: NumberRun, from: number, to: number, gluing: Gluing): string => {
  let digits = ""
  let repeat = 0
  /** The repeated group of several digits ("дважды двадцать два"): its start and the number of repetitions. */
  let group: { readonly start: number; readonly times: number } | undefined
  const endGroup = (): void => {
    if (group !== undefined) digits += digits.slice(group.start).repeat(group.times - 1)
    group = undefined
  }
  /** The kind of the last number word while another may still combine with it. */
  let last: Numeral["kind"] | undefined
  let lastGlued = false
  for (let index = from; index < to; index++) {
    const part = run.parts[index]
    if (part === undefined) break
    const near = index > from && isNear(run, index)
    const { numeral } = part
    if (numeral === undefined) {
      const glues =
        gluing === "figures" &&
        near &&
        ((last === "hundreds" && isShortFigure(part)) || (last === "tens" && isGluedFigure(run, index)))
      if (!glues) endGroup()
      const figure = repeat > 0 && part.digits.length <= longestRepeated ? part.digits.repeat(repeat) : part.digits
      digits = (glues ? digits.slice(0, -figure.length) : digits) + figure
      repeat = 0
      last = undefined
      continue
    }
    const value = String(numeral.value)
    if (numeral.kind === "repeat") {
      endGroup()
      repeat = numeral.value
      last = undefined
    } else if (repeat > 0) {
      if (value.length === 1) digits += value.repeat(repeat)
      else {
        group = { start: digits.length, times: repeat }
        digits += value
      }
      last = value.length === 1 ? undefined : numeral.kind
      repeat = 0
    } else if (numeral.counted && near && countOf(run.parts[index - 1]) > 1) {
      endGroup()
      const count = countOf(run.parts[index - 1])
      digits = digits.slice(0, -1) + (lastGlued ? "0" : "") + value.repeat(count)
      last = undefined
    } else {
      const glues = near && isGluing(last, numeral.kind, gluing !== "apart")
      if (!glues) endGroup()
      if (numeral.kind === "hundred") digits = glues ? `${digits}00` : `${digits}100`
      else if (numeral.kind === "thousand") digits = glues ? `${digits}000` : `${digits}1000`
      else digits = (glues ? digits.slice(0, -value.length) : digits) + value
      last = numeral.kind === "hundred" ? "hundreds" : numeral.kind
      lastGlued = glues && numeral.kind === "unit"
      if (lastGlued) last = undefined
      continue
    }
    lastGlued = false
  }
  endGroup()
  return digits
}

/** Longer figures are not repeated. */
const longestRepeated = 3

/** How often a part repeats the next digit: "два" in "два нуля", "3" in "3 нуля"; 0 if it is no count. */
const countOf = (part: NumberPart | undefined): number => {
  if (part === undefined || part.digits.length !== 1) return 0
  return part.numeral === undefined || part.numeral.kind === "unit" ? Number(part.digits) : 0
}

/** Whether a blank, a hyphen or nothing separates the part from the previous one. */
const isNear = (run: NumberRun, index: number): boolean => {
  const before = run.parts[index - 1]
  const part = run.parts[index]
  return (
    before !== undefined && part !== undefined && part.start - before.end <= 1 && run.gaps[index - 1]?.kind === "tight"
  )
}

const isGluing = (last: Numeral["kind"] | undefined, next: Numeral["kind"], unitsGlueToHundreds: boolean): boolean => {
  switch (next) {
    case "unit":
      return last === "tens" || last === "thousand" || (last === "hundreds" && unitsGlueToHundreds)
    case "teen":
    case "tens":
      return last === "hundreds" || last === "thousand"
    case "hundreds":
      return last === "thousand"
    case "hundred":
      return last === "unit"
    case "thousand":
      return last === "unit" || last === "teen"
    default:
      return false
  }
}
