import type { CompiledNumberCues, CompiledRule } from "./RuleSet.ts"

/** The cues of a rule on numbers; undefined for any other rule. No rule file has both detectors of numbers. */
export const numberCuesOf = ({ phone, card }: CompiledRule): CompiledNumberCues | undefined => phone ?? card
