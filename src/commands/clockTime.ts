/** Formats a duration in milliseconds as hours, minutes and seconds, such as "1:02:03" or "2:05". */
export const clockTime = (milliseconds: number): string => {
  const seconds = Math.max(Math.round(milliseconds / 1000), 0)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [first, ...rest] = parts[0] === 0 ? parts.slice(1) : parts
  return [String(first), ...rest.map((part) => String(part).padStart(2, "0"))].join(":")
}
