/**
 * Stands for what is not known yet, such as the placeholder of a template: no number, no address and no word is read over it. A noncharacter,
 * which Unicode keeps free for uses inside a program (The Unicode Standard, 23.7).
 */
export const boundary = "\ufdd0"

/** The same as a UTF-16 unit. */
export const boundaryUnit = 0xfdd0
