/** The days of the week, as named in the configuration. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const
export type Weekday = (typeof weekdays)[number]

/** The day of the week in a time zone at `at`, in milliseconds since the epoch. */
export const weekdayIn = (timeZone: string, at: number): Weekday => {
  const name = new Intl.DateTimeFormat("en", { weekday: "long", timeZone }).format(at).toLowerCase()
  return weekdays.find((day) => day === name) ?? "monday"
}
