import { isSupportedCountry } from "libphonenumber-js/max"

/** Whether a name is that of a country whose numbers are known: ISO 3166-1 alpha-2 in capitals. */
export const isCountry = (name: string): boolean => isSupportedCountry(name)

/** The country that was most likely meant by a name that is none: UK is GB, ru is RU. */
export const countryMeantBy = (name: string): string | undefined => {
  if (!/^[A-Za-z]{2}$/.test(name)) return undefined
  // What Unicode knows as another name of a territory.
  const { region } = new Intl.Locale(`und-${name}`)
  return region !== undefined && isCountry(region) ? region : undefined
}
