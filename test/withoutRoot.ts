import { Effect } from "effect"

/** Does without the rights of root, which no folder refuses, until the scope ends. */
export const withoutRoot = Effect.acquireRelease(
  Effect.sync(() => {
    if (process.getuid?.() === 0) process.seteuid?.(nobody)
  }),
  () =>
    Effect.sync(() => {
      if (process.getuid?.() === 0) process.seteuid?.(0)
    })
)

/** A user who owns nothing. */
export const nobody = 65_534
