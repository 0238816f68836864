/** A rule file as it lies on the disk. What was prepared of it is used without reading it as a text. */
export interface RuleFileBytes {
  readonly path: string
  readonly bytes: Uint8Array
}
