/** What the process ends with. */
export const ExitCode = {
  /** All was seen, and nothing reached `--fail-on`. */
  clean: 0,
  /** Something reached `--fail-on`. */
  findings: 1,
  /** Wrong usage, configuration or rule file. */
  usage: 2,
  /** Not all could be seen, and nothing in what was seen reached `--fail-on`. */
  incomplete: 3,
  /** All was seen and nothing reached `--fail-on`, but a reader did not get the mail. */
  undelivered: 4,
  /** 128 and the number of SIGINT. */
  interrupted: 130
} as const
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]
