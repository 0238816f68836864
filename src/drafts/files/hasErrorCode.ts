/** Whether what Node.js threw is this error of the operating system. */
export const hasErrorCode = (error: unknown, code: string): boolean =>
  error instanceof Error && Reflect.get(error, "code") === code
