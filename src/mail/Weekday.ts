/** The days of the week, as the configuration names them. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const
export type Weekday = (typeof weekdays)[number]

/** The day that it is in a time zone. */
export const weekdayIn = (timeZone: string, at: number): Weekday => {
  const name = new Intl.DateTimeFormat("en", { weekday: "long", timeZone }).format(at).toLowerCase()
  return weekdays.find((day) => day === name) ?? "monday"
}
