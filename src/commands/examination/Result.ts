import { ExitCode } from "../ExitCode.ts"

/** The result of one check: fine, fine but notable, or a problem, with the exit code of a command that needs it. */
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

/** The result of a check that was skipped. */
export const nothing: Result = { state: "known", lines: [], exitCode: ExitCode.clean }
