import { Predicate } from "effect"
import { getCountries, getCountryCallingCode, Metadata, type NumberingPlan } from "libphonenumber-js/max"

/** How the numbers of a country are made, behind its calling code. */
interface Plan {
  readonly lengths: ReadonlySet<number>
  /** What may be dialled before a number and is no part of it; without it, any length may do. */
  readonly prefix: RegExp | undefined
}

let plans: ReadonlyMap<string, ReadonlyArray<Plan>> | undefined

/** Of a calling code, which some countries share; made when it is first asked for. */
const plansOf = (code: string): ReadonlyArray<Plan> | undefined => {
  plans ??= readPlans()
  return plans.get(code)
}

/**
 * Whether digits that begin with a calling code may be a number of any country, by their count alone. It is told in no time, while
 * libphonenumber takes long to deny it, and most figures with so many digits are numbers of orders.
 */
export const mayBeInternational = (digits: string): boolean => {
  for (let size = 1; size <= longestCode; size++) {
    const of = plansOf(digits.slice(0, size))
    // No calling code begins another one.
    if (of !== undefined) return of.some((plan) => allows(plan, digits.slice(size)))
  }
  // Codes of no country, as of satellite phones.
  return true
}

const longestCode = 3

const allows = ({ lengths, prefix }: Plan, digits: string): boolean =>
  lengths.has(digits.length) || prefix === undefined || prefix.test(digits)

const readPlans = (): ReadonlyMap<string, ReadonlyArray<Plan>> => {
  const metadata = new Metadata()
  const found = new Map<string, Array<Plan>>()
  for (const country of getCountries()) {
    metadata.selectNumberingPlan(country)
    const { numberingPlan } = metadata
    if (numberingPlan === undefined) continue
    const plan = { lengths: new Set(numberingPlan.possibleLengths()), prefix: prefixOf(numberingPlan) }
    const code = getCountryCallingCode(country)
    const others = found.get(code)
    if (others === undefined) found.set(code, [plan])
    else others.push(plan)
  }
  return found
}

/** Fits no digits. */
const noPrefix = /$^/

/** The library knows the prefix, but its types do not tell so. */
const prefixOf = (plan: NumberingPlan): RegExp | undefined => {
  if (!Predicate.hasProperty(plan, "nationalPrefixForParsing")) return undefined
  const { nationalPrefixForParsing: read } = plan
  const prefix: unknown = typeof read === "function" ? read.call(plan) : undefined
  if (prefix === undefined || prefix === null) return noPrefix
  return typeof prefix === "string" ? new RegExp(`^(?:${prefix})`) : undefined
}
