import type { Environment } from "../config/Given.ts"

/**
 * Whether colours may be used: never after --no-color or with NO_COLOR set (https://no-color.org), always with
 * FORCE_COLOR, else on a terminal.
 */
export const mayColor = (flag: boolean, environment: Environment, isTerminal: boolean): boolean => {
  if (!flag || environment.NO_COLOR) return false
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== "0"
  return isTerminal && environment.TERM !== "dumb"
}
