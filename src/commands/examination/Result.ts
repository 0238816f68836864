import { ExitCode } from "../ExitCode.ts"

/** How one thing stands: well, well but to be known, or with what the command would end that needs it. */
export interface Result {
  readonly state: "well" | "known" | "problem"
  readonly lines: ReadonlyArray<string>
  readonly exitCode: ExitCode
}

export const well = (line: string): Result => ({ state: "well", lines: [line], exitCode: ExitCode.clean })

export const known = (line: string): Result => ({ state: "known", lines: [line], exitCode: ExitCode.clean })

export const problem = (line: string, exitCode: ExitCode = ExitCode.usage): Result => ({
  state: "problem",
  lines: [line],
  exitCode
})

/** Of something that is not looked at. */
export const nothing: Result = { state: "known", lines: [], exitCode: ExitCode.clean }
