import { customerText, harmlessText, violatingText } from "../../src/sandbox/generatedTexts.ts"
import { seededRandom } from "../../src/sandbox/seededRandom.ts"

/** Messages as a shop and its buyers write them, one in a hundred of which breaks a rule; the same for the same count. */
export const everydayMessages = (count: number): ReadonlyArray<string> => {
  const random = seededRandom(1)
  return Array.from({ length: count }, () => {
    const kind = random()
    if (kind < 0.01) return violatingText(random).text
    return kind < 0.3 ? customerText(random) : `${harmlessText(random)} ${harmlessText(random)}`
  })
}
