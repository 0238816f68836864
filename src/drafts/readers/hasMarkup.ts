const markup = /<[a-z/!]|\{\{?[#/]/i

/** Whether a text contains HTML or block tags of template engines, which a replacement would lose. */
export const hasMarkup = (text: string): boolean => markup.test(text)
