/** What makes a message relevant to its neighbours, with the phrases that show it. */
export type NeighbourCueOf<Phrases, Reply, Referent> =
  /** It announces a number in pieces; a rule without numbers has no phrases for it. */
  | { readonly kind: "announcement"; readonly phrases: Phrases | undefined }
  /** It may be an answer. */
  | { readonly kind: "reply"; readonly reply: Reply; readonly phrases: Phrases }
  /** Its words refer to something named earlier. */
  | { readonly kind: "referent"; readonly referent: Referent; readonly phrases: Phrases }

/** The cues of a rule, as written or compiled. */
interface RuleCues<Phrases, Reply, Referent> {
  readonly announcedBy: Phrases | undefined
  readonly replies: ReadonlyArray<Reply>
  readonly referents: ReadonlyArray<Referent>
}

/** The cues of one rule in the order used by the rule set. */
export const neighbourCuesOf = <
  Phrases,
  Reply extends { readonly match: Phrases },
  Referent extends { readonly pointing: Phrases }
>({
  announcedBy,
  replies,
  referents
}: RuleCues<Phrases, Reply, Referent>): ReadonlyArray<NeighbourCueOf<Phrases, Reply, Referent>> => [
  { kind: "announcement", phrases: announcedBy },
  ...replies.map((reply) => ({ kind: "reply" as const, reply, phrases: reply.match })),
  ...referents.map((referent) => ({ kind: "referent" as const, referent, phrases: referent.pointing }))
]
