/** A rule file as stored on disk. It need not be decoded if it has been prepared. */
export interface RuleFileBytes {
  readonly path: string
  readonly bytes: Uint8Array
}
