/** Whether a UTF-16 unit is whitespace that may separate the pieces of an address: a blank, a tab or a line break. */
export const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d
