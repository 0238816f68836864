/** Whether a path is not UTF-8. Node.js replaces the invalid bytes with U+FFFD, and cannot open the result. */
export const isMisnamed = (path: string): boolean => path.includes("\uFFFD")
