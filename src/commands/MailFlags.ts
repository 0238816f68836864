/** The options of commands that can send mails, as commander parses them. */
export interface MailFlags {
  readonly send?: boolean
  readonly dryRun?: string
  readonly preview?: string
  readonly retryRefused?: boolean
}
