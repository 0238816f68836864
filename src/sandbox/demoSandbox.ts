import { demoShop, vanishedChatId } from "./demoShop.ts"
import type { SandboxOptions } from "./SandboxOptions.ts"

/**
 * The marketplace of the demo: an ordinary night on the real one, in seconds. The seller's other programs share the
 * limits, so once there is no room at the same instant, and once the window is spent; it ends within a second. One
 * answer is a server's fault, and one chat of the list cannot be read.
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
