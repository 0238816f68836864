/** The share of doubt that remains if words support a contact. */
const doubtLeft = 0.25

/**
 * The share of confidence that remains if words say that it is something else: even a certain form falls below the
 * threshold.
 */
const formLeft = 0.4

/** What an unmistakable form loses to such words: it stays above the threshold. */
const loss = 0.25

/** What the name of a site gains from an invitation, and the maximum, which is that of an address with its scheme. */
const gain = 0.4
const surestInvited = 0.95

/** The confidence in assembled figures, as for a number in a phone's layout. */
export const assembledForm = 0.85

/** The confidence if nearby words support it. */
export const raised = (form: number): number => round(form + (1 - form) * (1 - doubtLeft))

/** The confidence if nearby words refer to something else. */
export const lowered = (form: number): number => round(form * formLeft)

/** The confidence in an unmistakable form if nearby words refer to something else. */
export const doubted = (form: number): number => round(form - loss)

/** The confidence in the name of a site with an invitation. */
export const invited = (form: number): number => Math.min(surestInvited, round(form + gain))

/**
 * Adjusts a form by the distances, in words, of the nearest cues for and against it; Infinity for none. The nearer cue
 * decides, in a tie the one against it. Without cues, the form is unchanged.
 *
 * @param against the effect of a cue against it.
 */
export const weighed = (
  form: number,
  { raising, lowering }: { readonly raising: number; readonly lowering: number },
  against: (form: number) => number = lowered
): number => {
  if (raising === Number.POSITIVE_INFINITY && lowering === Number.POSITIVE_INFINITY) return form
  return raising < lowering ? raised(form) : against(form)
}

/** Rounds to hundredths; greater precision would be spurious. */
const round = (confidence: number): number => Math.round(confidence * 100) / 100
