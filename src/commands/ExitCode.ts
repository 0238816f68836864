/** The exit codes of the process. */
export const ExitCode = {
  /** Everything was checked, and nothing reached `--fail-on`. */
  clean: 0,
  /** Findings reached `--fail-on`. */
  findings: 1,
  /** Invalid usage, configuration or rule file. */
  usage: 2,
  /** Not everything could be checked, and nothing that was reached `--fail-on`. */
  incomplete: 3,
  /** Everything was checked and nothing reached `--fail-on`, but a mail was not delivered. */
  undelivered: 4,
  /** 128 plus the number of SIGINT. */
  interrupted: 130
} as const
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]
