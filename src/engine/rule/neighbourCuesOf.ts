/** What makes a message matter to its neighbours, with the phrases that tell it. */
export type NeighbourCueOf<Phrases, Reply, Referent> =
  /** It says that a number comes in pieces; a rule on no number has no phrases for it. */
  | { readonly kind: "announcement"; readonly phrases: Phrases | undefined }
  /** It is an answer that may be meant. */
  | { readonly kind: "reply"; readonly reply: Reply; readonly phrases: Phrases }
  /** Its words point to what was named before. */
  | { readonly kind: "referent"; readonly referent: Referent; readonly phrases: Phrases }

/** A rule's cues, as they are written or compiled. */
interface RuleCues<Phrases, Reply, Referent> {
  readonly announcedBy: Phrases | undefined
  readonly replies: ReadonlyArray<Reply>
  readonly referents: ReadonlyArray<Referent>
}

/** The cues of one rule in the order in which the rule set counts them. */
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
