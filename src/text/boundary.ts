/**
 * Marks content that is not known yet, such as a template's placeholder: no number, address or word continues across
 * it. It is a noncharacter, which Unicode reserves for use inside programs (The Unicode Standard, 23.7).
 */
export const boundary = "\ufdd0"

/** `boundary` as a UTF-16 unit. */
export const boundaryUnit = 0xfdd0
