const markup = /<[a-z/!]|\{\{?[#/]/i

/** Whether tags or instructions of HTML and of template engines stand among the words: then a text is more than its words. */
export const hasMarkup = (text: string): boolean => markup.test(text)
