import { isSupportedCountry } from "libphonenumber-js/max"

/** Whether a name is an ISO 3166-1 alpha-2 code, in capitals, of a country with known phone numbers. */
export const isCountry = (name: string): boolean => isSupportedCountry(name)

/** The country most likely meant by an invalid code: GB for UK, RU for ru. */
export const countryMeantBy = (name: string): string | undefined => {
  if (!/^[A-Za-z]{2}$/.test(name)) return undefined
  // Unicode lists aliases of territories.
  const { region } = new Intl.Locale(`und-${name}`)
  return region !== undefined && isCountry(region) ? region : undefined
}
