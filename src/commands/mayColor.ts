import type { Environment } from "../config/Given.ts"

/**
 * Whether colours may be used: never with --no-color or NO_COLOR (https://no-color.org), otherwise always with
 * FORCE_COLOR (unless "0"), otherwise on terminals.
 */
export const mayColor = (flag: boolean, environment: Environment, isTerminal: boolean): boolean => {
  if (!flag || environment.NO_COLOR) return false
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== "0"
  return isTerminal && environment.TERM !== "dumb"
}
