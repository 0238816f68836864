/** Whether a UTF-16 unit is a blank, a tabulator or a line's end: what stands between the pieces of an address. */
export const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d
