/** Whether an error has this system error code, such as ENOENT. */
export const hasErrorCode = (error: unknown, code: string): boolean =>
  error instanceof Error && Reflect.get(error, "code") === code
