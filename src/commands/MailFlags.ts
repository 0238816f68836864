/** The options of a command that can send mails, as commander hands them over. */
export interface MailFlags {
  readonly send?: boolean
  readonly dryRun?: string
  readonly preview?: string
  readonly retryRefused?: boolean
}
