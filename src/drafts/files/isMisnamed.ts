/**
 * Whether a path was not written in UTF-8. Node.js then puts U+FFFD in the place of what it could not read, and what is called so is not
 * there for it.
 */
export const isMisnamed = (path: string): boolean => path.includes("\uFFFD")
