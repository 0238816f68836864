import { demoShop, vanishedChatId } from "./demoShop.ts"
import type { SandboxOptions } from "./SandboxOptions.ts"

/**
 * The marketplace of the demo, which condenses an ordinary night into seconds. Because of the seller's other programs,
 * the parallel limit is hit once and the window is used up once, for less than a second. One answer is a server fault,
 * and one listed chat cannot be read.
 */
export const demoSandbox: SandboxOptions = {
  shops: [demoShop],
  chats: { [String(vanishedChatId)]: "not-found" },
  limits: { windowMilliseconds: 1_000 },
  script: [
    { method: "history", request: 7, fault: "420-parallel" },
    { method: "history", request: 16, fault: "500" },
    { method: "history", request: 27, fault: "420-hour" }
  ]
}
