import { seededRandom } from "../../src/sandbox/seededRandom.ts"
import { customerText, harmlessText, violatingText } from "../sandbox/generatedTexts.ts"

/**
 * Messages of which four of five hold an order number, a link to the marketplace or another near-miss, and one in a hundred breaks a rule;
 * the same for the same count.
 */
export const nearMissMessages = (count: number): ReadonlyArray<string> => {
  const random = seededRandom(1)
  return Array.from({ length: count }, () => {
    const kind = random()
    if (kind < 0.01) return violatingText(random).text
    return kind < 0.3 ? customerText(random) : `${harmlessText(random)} ${harmlessText(random)}`
  })
}
