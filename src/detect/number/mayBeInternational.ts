import { Predicate } from "effect"
import { getCountries, getCountryCallingCode, Metadata, type NumberingPlan } from "libphonenumber-js/max"

/** The numbers of a country, without its calling code. */
interface Plan {
  readonly lengths: ReadonlySet<number>
  /** Prefixes that may be dialled but are not part of the number; if undefined, any length is allowed. */
  readonly prefix: RegExp | undefined
}

let plans: ReadonlyMap<string, ReadonlyArray<Plan>> | undefined

/** The plans of the countries that share a calling code, computed on first use. */
const plansOf = (code: string): ReadonlyArray<Plan> | undefined => {
  plans ??= readPlans()
  return plans.get(code)
}

/**
 * Whether digits that start with a calling code may be a number of any country, judging by their count. This is fast,
 * while libphonenumber takes long to reject a number, and most digits of this length are order numbers.
 */
export const mayBeInternational = (digits: string): boolean => {
  for (let size = 1; size <= longestCode; size++) {
    const of = plansOf(digits.slice(0, size))
    // No calling code is a prefix of another.
    if (of !== undefined) return of.some((plan) => allows(plan, digits.slice(size)))
  }
  // Codes that belong to no country, e.g. of satellite phones.
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

/** Matches no digits. */
const noPrefix = /$^/

/** The library provides the prefix, but its types do not declare it. */
const prefixOf = (plan: NumberingPlan): RegExp | undefined => {
  if (!Predicate.hasProperty(plan, "nationalPrefixForParsing")) return undefined
  const { nationalPrefixForParsing: read } = plan
  const prefix: unknown = typeof read === "function" ? read.call(plan) : undefined
  if (prefix === undefined || prefix === null) return noPrefix
  return typeof prefix === "string" ? new RegExp(`^(?:${prefix})`) : undefined
}
